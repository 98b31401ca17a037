import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { ComposeList } from '#components/themes/compose-list.tsx';
import { NoteForms, TextForms } from '#components/themes/compose-words.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { type Composing, getComposing } from '#lib/themes/composing/queries.ts';
import { mostHeadlines } from '#lib/themes/composing/rules.ts';
import { freezeDashboard } from '#lib/themes/freezing/mutations.ts';

export const metadata: Metadata = { title: 'Compose a dashboard' };

type Props = {
  params: Promise<{ council: string; theme: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** What a theme's dashboard shows and in which order, its notes and texts, and freezing it for a meeting. */
export default async function ComposePage({ params, searchParams }: Props) {
  const { council, theme: slug } = await params;
  const viewer = await requireViewer(council);
  const composing = await getComposing(viewer, slug);
  const { id, name, version, parts, figures, breakdowns, priorities, promises, texts, more } = composing;
  const { saved = '' } = await searchParams;
  const base = `/${viewer.council.slug}`;
  const named = { council: viewer.council.slug, theme: id };
  const carried = { ...named, version };
  return (
    <>
      <PageHeading
        title={`Compose: ${name}`}
        lead="What the board reads first, and in which order. Every step is saved at once, and every member sees it."
        crumbs={[
          { href: `${base}/themes`, label: 'Board' },
          { href: `${base}/themes/${slug}`, label: name },
        ]}
      />
      {saved && (
        <Notice kind="success" title="Saved" announce>
          <p>
            <a href={`${base}/themes/${slug}`}>Read the dashboard as the board does</a>
          </p>
        </Notice>
      )}
      <h2>Figures</h2>
      <p>
        Up to {mostHeadlines} come first, with everything that is known of them. The others follow as small charts on
        one scale. A figure that is taken out loses its note.
      </p>
      <ComposeList list="figures" noun="figure" carried={carried} items={figures} more={more.figures} />
      <h3>Notes by the analyst</h3>
      <NoteForms figures={figures} carried={named} />
      <h2>Breakdowns</h2>
      <p>Who is behind a figure. Choose those that tell something, and leave out the others.</p>
      <ComposeList list="breakdowns" noun="breakdown" carried={carried} items={breakdowns} more={more.breakdowns} />
      <h2>Priorities</h2>
      <p>The commitments of these priorities stand on the dashboard.</p>
      <ComposeList list="priorities" noun="priority" carried={carried} items={priorities} more={more.priorities} />
      <h2>Promises</h2>
      {promises.length === 0 && <p>Nobody has chosen: those that the commitments serve are shown.</p>}
      <ComposeList list="promises" noun="promise" carried={carried} items={promises} more={more.promises} />
      <h2>Your own texts</h2>
      <ComposeList list="texts" noun="text" carried={carried} items={texts} />
      <TextForms texts={texts} carried={named} saved={String(saved)} />
      <h2>Order of the parts</h2>
      <p>Every part stays: what goes badly cannot be left out. A part with nothing in it is not shown.</p>
      <ComposeList list="parts" noun="part" carried={carried} items={parts} isFixed />
      <h2 id="freeze">Freeze it for a meeting</h2>
      <p>
        Everything the dashboard says now is copied and never changes. Members read it by the day of the meeting. If
        something has to be corrected, freeze it again: the first edition stays.
      </p>
      {composing.meetings.length === 0 ? (
        <p>
          There is no meeting to freeze it for. <a href={`${base}/settings/meetings`}>Plan a meeting</a> first.
        </p>
      ) : (
        <FieldsForm
          action={freezeDashboard}
          hidden={{ ...named, version: String(version), idempotencyKey: crypto.randomUUID() }}
          submit="Freeze the dashboard"
          fields={freezeFields(composing.meetings)}
        />
      )}
      <p className="actions">
        <ButtonLink look="secondary" href={`${base}/themes/${slug}`}>
          Back to the dashboard
        </ButtonLink>
      </p>
    </>
  );
}

const freezeFields = (meetings: Composing['meetings']) => [
  {
    name: 'meeting',
    label: 'Meeting',
    kind: 'choice' as const,
    options: meetings.map(({ id, label }) => ({ value: id, label })),
    value: meetings[0]?.id ?? '',
  },
  {
    name: 'reason',
    label: 'What is corrected',
    hint: 'Only where there is an edition for this meeting already.',
    value: '',
  },
];
