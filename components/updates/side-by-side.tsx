import { Markup } from '#components/ui/markup.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { changesMarkup } from '#components/updates/changes-markup.ts';
import { evidenceMarkup, questions, typed } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Status } from '#lib/councils/settings.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import type { Waiting } from '#lib/updates/queries.ts';

/** What was sent beside what is public: question by question, with what changed marked in words. */
export function SideBySide({ update, viewer }: { update: Waiting; viewer: Viewer }) {
  const { before } = update;
  const base = `/${viewer.council.slug}`;
  const label = (status: Status | null) => (status ? standingLabel(viewer.council.statuses, status) : 'No status');
  const fields = Object.entries(questions) as [keyof typeof questions, string][];
  const sent = update.submittedAt ? formatDate(update.submittedAt) : '';
  const was = before?.submittedAt ? formatDate(before.submittedAt) : '';
  return (
    <table className="table table-stack">
      <caption className="hidden-words">What was sent beside what is published</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Sent {sent}</th>
          <th scope="col">{before ? `Published, from ${was}` : 'Published'}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Status</th>
          <td>
            <StatusTag kind={update.status ?? undefined} label={label(update.status)} />
          </td>
          <td data-label="Published">
            {before?.status ? <StatusTag kind={before.status} label={label(before.status)} /> : 'Nothing yet'}
          </td>
        </tr>
        {fields
          .filter(([field]) => update[field] || before?.[field])
          .map(([field, question]) => (
            <tr key={field}>
              <th scope="row">{question}</th>
              <td>
                <Markup as="span" html={answer(update[field], before?.[field])} />
              </td>
              <td data-label="Published">
                <Markup as="span" html={before?.[field] ? typed(before[field]) : nothing} />
              </td>
            </tr>
          ))}
        <tr>
          <th scope="row">Evidence</th>
          <td>
            <Markup as="span" html={evidenceMarkup(update, base) ?? nothing} />
          </td>
          <td data-label="Published">
            <Markup as="span" html={(before && evidenceMarkup(before, base)) ?? nothing} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const nothing = html`<span class="soft">Nothing</span>`;

function answer(now: string, before: string | undefined): Html {
  if (!now) return nothing;
  if (before === now) return html`${typed(now)} <span class="soft">The same as before</span>`;
  return before ? changesMarkup(before, now) : typed(now);
}
