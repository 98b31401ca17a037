import type { Metadata } from 'next';
import { WithoutLead } from '#components/assignments/without-lead.tsx';
import { CommitmentFilter } from '#components/commitments/commitment-filter.tsx';
import { commitmentTable } from '#components/commitments/commitment-table.ts';
import { Counts } from '#components/ui/counts.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listCommitments } from '#lib/commitments/queries.ts';
import { filterCommitments, filterOptions, readFilter } from '#lib/commitments/rules.ts';
import { can } from '#lib/permissions.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { countsByStanding } from '#lib/updates/rules.ts';

export const metadata: Metadata = { title: 'Commitments' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Every commitment of the council, most urgent first. */
export default async function CommitmentsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const filter = readFilter(await searchParams);
  const all = await listCommitments(viewer);
  const shown = filterCommitments(all, filter);
  const { statuses, vocabulary } = viewer.council;
  const label = (standing: Parameters<typeof standingLabel>[1]) => standingLabel(statuses, standing);
  const counts = countsByStanding(shown.map((row) => row.standing));
  const words = vocabulary.commitments ?? 'commitments';
  const isWhole = shown.length === all.length;
  return (
    <>
      <PageHeading title={`All ${words}`} lead="What the council said it will do, and how each is going." />
      {can.assignLeads(viewer) && <WithoutLead viewer={viewer} />}
      <p>
        <a href={`/${viewer.council.slug}/actions`}>All actions</a> ·{' '}
        <a href={`/${viewer.council.slug}/people`}>Who leads what</a>
      </p>
      {all.length > 0 && <CommitmentFilter filter={filter} {...filterOptions(all, label)} />}
      {all.length > 0 && (
        <h2>
          {shown.length} of {all.length} {words}
        </h2>
      )}
      <Counts
        items={counts.map((item) => ({
          kind: item.standing,
          count: item.count,
          label: label(item.standing).toLowerCase(),
        }))}
      />
      {shown.length > 0 ? (
        <Markup html={commitmentTable(shown, viewer, `${shown.length} of ${all.length} ${words}`)} />
      ) : (
        <Empty title={isWhole ? `No ${words} yet` : `None of the ${all.length} ${words} fits`}>
          <p>{isWhole ? `No ${words} of the strategy are kept here.` : <a href="?">Show all {words}</a>}</p>
        </Empty>
      )}
    </>
  );
}
