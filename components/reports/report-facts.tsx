import { SummaryList } from '#components/ui/summary-list.tsx';
import { yearWords } from '#lib/reports/rules.ts';

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The year that a report in preparation is about, and how far it is. */
export function ReportFacts({
  report: { id, startsOn, endsOn, latestEdition },
  base,
}: {
  report: { id: string; startsOn: Date; endsOn: Date; latestEdition: number };
  base: string;
}) {
  return (
    <SummaryList
      facts={[
        ['Year', yearWords({ startsOn: iso(startsOn), endsOn: iso(endsOn) })],
        ['State', latestEdition > 0 ? 'In preparation for the next edition' : 'In preparation, not frozen yet'],
        [
          'Frozen',
          latestEdition > 0 && <a href={`${base}/${id}/editions/${latestEdition}`}>Edition {latestEdition}</a>,
        ],
      ]}
    />
  );
}
