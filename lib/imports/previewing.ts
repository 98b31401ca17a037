import 'server-only';
import { faults } from '#lib/imports/cells.ts';
import { states, tallyOf } from '#lib/imports/compare.ts';
import type { FigureChange, Preview, RefusedCell } from '#lib/imports/findings.ts';
import type { Target } from '#lib/imports/plan.ts';
import type { Stage } from '#lib/imports/stage.ts';

/** Of each kind of line so many are shown; the counts tell of all. */
const shown = 100;

/** What saving would do, from the table `judged`. */
export async function previewOf(stage: Stage, targets: readonly Target[]): Promise<Preview> {
  const { client } = stage;
  const { whole, rules } = await tallyOf(stage, targets.length);
  const { rows: areas } = await client.query<{ code: string; name: string; all: number }>(`
    SELECT DISTINCT ON (r.code) r.code, ${nameOf(stage)} AS name, count(*) OVER ()::int AS all
      FROM raw r WHERE r.code IN (SELECT code FROM judged WHERE area IS NULL AND state = ${states.added})
     ORDER BY r.code`);
  const { rows: old } = await client.query('SELECT count(*)::int AS cells FROM cell WHERE obsolete AND fault = 0');
  return {
    ...whole,
    rules,
    newAreas: areas.slice(0, shown).map(({ code, name }) => ({ code, name })),
    newAreaCount: areas.length,
    firstAdded: await changes(stage, states.added),
    firstChanged: await changes(stage, states.changed),
    firstRefused: await refusals(stage, targets),
    obsolete: old[0]?.cells ?? 0,
  };
}

/** The name of the place of a row, by its level. */
export function nameOf({ at }: Stage): string {
  const name = (column: string) => `coalesce(nullif(btrim(${at(column)}), ''), r.code)`;
  return `CASE lower(btrim(r.${at('geographic_level')})) WHEN 'national' THEN ${name('country_name')}
    WHEN 'regional' THEN ${name('region_name')} ELSE ${name('la_name')} END`;
}

async function changes({ client }: Stage, state: number): Promise<FigureChange[]> {
  const { rows } = await client.query(
    `SELECT j.rule, j."row", j."col" AS column, coalesce(a.name, j.code) AS area, j.period, j.value::float8, j.symbol,
            j.numerator, j.denominator, j.old_value::float8, j.old_symbol, j.old_numerator, j.old_denominator
       FROM judged j LEFT JOIN "Area" a ON a.id = j.area
      WHERE j.state = $1 ORDER BY j.n, j.rule LIMIT ${shown}`,
    [state],
  );
  return rows.map(({ rule, row, column, area, period, value, symbol, numerator, denominator, ...old }) => ({
    rule,
    row,
    column,
    area,
    period,
    before:
      state === states.added
        ? null
        : {
            value: old.old_value,
            symbol: old.old_symbol,
            numerator: old.old_numerator,
            denominator: old.old_denominator,
          },
    after: { value, symbol, numerator, denominator },
  }));
}

type Refused = { n: number; rule: number; fault: number; code: string; level: string; cells: (string | null)[] };

/** The first cells that cannot be taken: the row as a spreadsheet counts it, the column, and why. */
async function refusals({ client, header, at }: Stage, targets: readonly Target[]): Promise<RefusedCell[]> {
  const { rows } = await client.query<Refused>(
    `SELECT j.n, j.rule, j.fault, j.code, lower(btrim(r.${at('geographic_level')})) AS level,
            ARRAY[${header.map((_, i) => `r.c${i + 1}`).join(', ')}] AS cells
       FROM (SELECT * FROM judged WHERE state = ${states.refused} ORDER BY n, rule LIMIT ${shown}) j
       JOIN raw r ON r.n = j.n ORDER BY j.n, j.rule`,
  );
  return rows.flatMap(({ n, rule, fault, code, level, cells }) => {
    const target = targets[rule];
    if (!target) return [];
    const cell = (column: string) => (cells[header.indexOf(column)] ?? '').trim().slice(0, 60);
    const said = (column: string, reason: string) => [{ line: n + 1, column, reason }];
    const { value, numerator, denominator } = target.rule;
    switch (fault) {
      case faults.time: {
        const time = { period: cell('time_period'), identifier: cell('time_identifier') };
        const found = target.moments.find(
          (one) => one.time.period === time.period && one.time.identifier === time.identifier,
        );
        return said('time_identifier', found && 'reason' in found.placed ? found.placed.reason : 'It does not fit.');
      }
      case faults.place:
        return said(codeColumns[level] ?? 'new_la_code', `"${code}" is not the code of a place, like E06000044.`);
      case faults.empty:
        return said(value, 'The cell is empty. Where there is no number, a symbol must say why.');
      case faults.noNumber:
        return said(value, `"${cell(value)}" is neither a number nor a symbol.`);
      case faults.noCount:
        return said(
          numerator,
          `"${cell(numerator)}" is not a whole number, so it cannot be the count behind the value.`,
        );
      case faults.noGroup:
        return said(denominator, 'What stands there for the whole group is not a whole number.');
      default:
        return said(value, 'Another row has the same figure, place and period. Choose an item of every filter.');
    }
  });
}

const codeColumns: Record<string, string> = { national: 'country_code', regional: 'region_code' };
