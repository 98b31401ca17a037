import { Markup } from '#components/ui/markup.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { questions, typed } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Status } from '#lib/councils/settings.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';
import type { Waiting } from '#lib/updates/queries.ts';

type Side = Pick<Waiting, 'status' | 'reason' | 'done' | 'difference' | 'next' | 'evidence'>;

/** What was sent beside what is public: question by question, with what changed marked in words. */
export function SideBySide({ update, viewer }: { update: Waiting; viewer: Viewer }) {
  const { before } = update;
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
                <Markup
                  as="span"
                  html={before?.[field] ? typed(before[field]) : html`<span class="soft">Nothing</span>`}
                />
              </td>
            </tr>
          ))}
        <tr>
          <th scope="row">Evidence</th>
          <td>
            <Markup as="span" html={links(update)} />
          </td>
          <td data-label="Published">
            <Markup as="span" html={before ? links(before) : html`<span class="soft">Nothing</span>`} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function answer(now: string, before: string | undefined): Html {
  if (!now) return html`<span class="soft">Nothing</span>`;
  return html`${typed(now)}${before === now && html` <span class="soft">The same as before</span>`}`;
}

function links({ evidence }: Pick<Side, 'evidence'>): Html {
  const safe = evidence.filter((link) => isWebAddress(link.url));
  if (safe.length === 0) return html`<span class="soft">No links</span>`;
  return html`${safe.map(
    (link, index) => html`${index > 0 && '; '}<a href="${link.url}" rel="noreferrer">${link.title}</a>`,
  )}`;
}
