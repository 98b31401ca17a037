import type { Metadata } from 'next';
import { commitmentsMarkup } from '#components/strategies/commitments-markup.ts';
import { countsMarkup } from '#components/strategies/priorities-markup.ts';
import { promiseListMarkup } from '#components/strategies/promise-list-markup.ts';
import { statisticsMarkup } from '#components/strategies/statistics-markup.ts';
import { themesMarkup } from '#components/strategies/themes-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { getPriority } from '#lib/strategies/queries.ts';

export const metadata: Metadata = { title: 'Priority' };

/** One priority: what it is for, who leads it, its commitments, and the promises it serves. */
export default async function PriorityPage({ params }: { params: Promise<{ council: string; key: string }> }) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const priority = await getPriority(viewer, key);
  const { slug, statuses } = viewer.council;
  const base = `/${slug}`;
  const lead = priority.leads.map(({ name, organisation }) => (organisation ? `${name}, ${organisation}` : name));
  return (
    <>
      <PageHeading
        title={priority.title}
        lead={priority.outcome}
        crumbs={[{ href: `${base}/strategy`, label: priority.strategyTitle }]}
      >
        <SummaryList
          facts={[
            ['Lead', lead.join('; ') || 'Nobody yet'],
            ['Commitments', priority.commitments.length],
            ['Promises', priority.promises.length],
          ]}
        />
      </PageHeading>

      <p>
        <a href={`${base}/priorities/${key}/leads`}>Who leads this, and who did</a>
      </p>

      <h2>What we want</h2>
      <p>{priority.vision}</p>

      <h2>{count(priority.commitments.length, 'commitment')}, most urgent first</h2>
      <Markup html={countsMarkup(priority.counts, statuses)} />
      <Markup html={commitmentsMarkup(priority.commitments, statuses, base)} />

      <h2>Promises it serves</h2>
      {priority.promises.length > 0 ? (
        <Markup html={promiseListMarkup(priority.promises, base)} />
      ) : (
        <p>No promise rests on this priority.</p>
      )}

      <h2>When the board looks at it</h2>
      {priority.themes.length > 0 ? (
        <Markup html={themesMarkup(priority.themes, base)} />
      ) : (
        <p>No theme of the year takes this priority.</p>
      )}

      {priority.statistics.length > 0 && (
        <>
          <h2>Figures that the strategy prints for it</h2>
          <Markup html={statisticsMarkup(priority.statistics)} />
        </>
      )}
      <p>
        <a href={`${base}/strategy`}>Back to the strategy</a>
      </p>
    </>
  );
}
