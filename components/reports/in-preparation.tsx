import { MakeReportForm } from '#components/reports/make-report-form.tsx';
import { Table } from '#components/ui/table.tsx';
import { count } from '#lib/format.ts';
import type { listReportsInPreparation } from '#lib/reports/queries.ts';
import { type ReportYear, yearWords } from '#lib/reports/rules.ts';

type Making = NonNullable<Awaited<ReturnType<typeof listReportsInPreparation>>>;

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** For who makes reports: what is being prepared, and the years that have no report yet. */
export function InPreparation({ making, slug }: { making: Making; slug: string }) {
  const years = yearsWithoutReport(making);
  return (
    <>
      <h2>In preparation</h2>
      {making.reports.length > 0 && (
        <Table
          stack
          caption="Reports in preparation"
          hideCaption
          columns={[{ label: 'Report' }, { label: 'Year' }, { label: 'State' }, { label: 'Begun by' }]}
          rows={making.reports.map((report) => ({
            key: report.id,
            cells: [
              <a key="open" href={`/${slug}/reports/${report.id}`}>
                {report.title}
              </a>,
              yearWords({ startsOn: iso(report.startsOn), endsOn: iso(report.endsOn) }),
              `${report.missing === 0 ? 'All texts written' : `${count(report.missing, 'text')} to write`}, ${
                report.editions === 0 ? 'not frozen yet' : count(report.editions, 'edition')
              }`,
              report.author.name,
            ],
          }))}
        />
      )}
      <h3>Make an annual report</h3>
      {years.length > 0 ? (
        <MakeReportForm council={slug} idempotencyKey={crypto.randomUUID()} years={years} />
      ) : (
        <p>Every year of the strategy that has begun has its report above.</p>
      )}
    </>
  );
}

function yearsWithoutReport({ reports, strategies }: Making): { value: string; label: string }[] {
  const has = ({ startsOn, endsOn }: ReportYear) =>
    reports.some((report) => iso(report.startsOn) === startsOn && iso(report.endsOn) === endsOn);
  return strategies.flatMap(({ id, title, years }) => {
    const of = strategies.length > 1 ? ` (${title})` : '';
    const option = (kind: string) => (year: ReportYear) => ({
      value: `${id} ${year.startsOn} ${year.endsOn}`,
      label: `${kind}: ${yearWords(year)}${of}`,
    });
    return [
      ...years.own.filter((year) => !has(year)).map(option('Strategy year')),
      ...years.financial.filter((year) => !has(year)).map(option('Financial year')),
    ];
  });
}
