import type { Metadata } from 'next';
import { TableForm } from '#components/indicators/values/table-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { placesOf } from '#lib/indicators/breakdowns/rules.ts';
import { periodTick, periodWords } from '#lib/indicators/periods/rules.ts';
import { periodExample } from '#lib/indicators/periods/typed.ts';
import { getTableToFill } from '#lib/indicators/values/queries.ts';

export const metadata: Metadata = { title: 'Fill in a table' };

type Props = {
  params: Promise<{ council: string; key: string; breakdown: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

/** A whole table of parts for one period: first the period, then its cells. */
export default async function TablePage({ params, searchParams }: Props) {
  const { council, key, breakdown: breakdownKey } = await params;
  const viewer = await requireViewer(council);
  const asked = (await searchParams).period;
  const typed = typeof asked === 'string' ? asked : '';
  const table = await getTableToFill(viewer, key, breakdownKey, typed);
  const { breakdown, definition, period, problem, cells, usual } = table;
  const { periodType, unit } = definition;
  const base = `/${viewer.council.slug}`;
  const isShare = unit === '%' || unit === 'rate';
  return (
    <>
      <PageHeading
        title={`${breakdown.title}: ${table.title}`}
        lead={period ? `For ${periodWords(periodType, period)}.` : 'Choose the period first.'}
        crumbs={[
          { href: `${base}/indicators`, label: 'Figures' },
          { href: `${base}/indicators/${key}/values`, label: `Values of “${table.title}”` },
        ]}
      />
      <form className="form" method="get">
        <div className={problem ? 'field field-error' : 'field'}>
          <label className="label" htmlFor="period">
            Period
          </label>
          <p className="hint" id="period-hint">
            Type it like {periodExample[periodType]}.
          </p>
          {problem && <p className="error">{problem}</p>}
          <input
            className="control"
            id="period"
            name="period"
            aria-describedby="period-hint"
            defaultValue={typed || (usual && periodTick(periodType, usual))}
          />
        </div>
        <p className="actions">
          <button type="submit" className="button button-secondary">
            {period ? 'Choose another period' : 'Show the table'}
          </button>
        </p>
      </form>
      {period && (
        <>
          {table.isRecorded && (
            <Notice title="There are values of this period already">
              <p>What you enter takes their place; the old values stay to be read.</p>
            </Notice>
          )}
          <p>
            Leave a cell empty where you have nothing to say. Instead of a number, type c (hidden), z (not applicable),
            x (not available), k (rounds to 0) or u (unreliable).
            {breakdown.isWhole && ' Totals that you leave empty are added up.'}
          </p>
          <TableForm
            hidden={{ ...carried(viewer, table.shown), indicator: key, breakdown: breakdown.id, period: typed }}
            places={placesOf(breakdown).map(({ row, column, ...place }) => {
              const stands = cells.find((cell) => cell.row === row && cell.column === column);
              return {
                ...place,
                first: stands ? String((isShare ? stands.numerator : stands.value) ?? stands.symbol ?? '') : '',
                second: stands?.denominator === null || stands === undefined ? '' : String(stands.denominator),
              };
            })}
            isShare={isShare}
          />
        </>
      )}
    </>
  );
}
