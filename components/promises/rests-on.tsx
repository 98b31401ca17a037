import { Rule } from '#components/promises/rule.tsx';
import { Counts } from '#components/ui/counts.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { formatDate } from '#lib/format.ts';
import type { PromiseChain } from '#lib/promises/queries.ts';
import { withCurrentEvidence } from '#lib/promises/rules.ts';
import { standingLabel } from '#lib/themes/rules.ts';

type Props = {
  promise: PromiseChain;
  statuses: Parameters<typeof standingLabel>[0];
  /** The council's rule disclosureThreshold. */
  threshold: number;
};

/** What the verdict of this promise rests on, and what stands beside it without counting; then the rule. */
export function RestsOn({ promise, statuses, threshold }: Props) {
  const { commitments, counts, figures } = promise;
  const proven = commitments.filter((row) => withCurrentEvidence([row]) > 0);
  const newest = (rows: typeof commitments) =>
    rows.flatMap((row) => row.publishedAt ?? []).reduce<Date | null>((a, b) => (a && a > b ? a : b), null);
  const [lastNews, lastProof] = [newest(commitments), newest(proven)];
  return (
    <>
      <SummaryList
        facts={[
          [
            'How it goes',
            counts.length > 0 ? (
              <Counts
                key="counts"
                items={counts.map(({ standing, count }) => ({
                  kind: standing,
                  count,
                  label: standingLabel(statuses, standing).toLowerCase(),
                }))}
              />
            ) : (
              'We have not said yet what we will do.'
            ),
          ],
          ['Last news', lastNews ? formatDate(lastNews) : 'None yet'],
          [
            'New proof',
            lastProof
              ? `For ${proven.length} of ${commitments.length}. The last is of ${formatDate(lastProof)}.`
              : 'None',
          ],
          [
            'Numbers',
            figures.length > 0
              ? `${figures.map(({ title }) => title).join(', ')}. We show them below. They do not count.`
              : 'None',
          ],
        ]}
      />
      <Rule threshold={threshold} />
    </>
  );
}
