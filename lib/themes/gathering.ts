import 'server-only';
import { readBreakdowns } from '#lib/breakdowns/queries.ts';
import { readStandings } from '#lib/commitments/queries.ts';
import { isoDay } from '#lib/format.ts';
import { readHeads, readValues } from '#lib/indicators/queries.ts';
import { readPeers } from '#lib/neighbours/peers.ts';
import { readPromises } from '#lib/promises/queries.ts';
import { type Sql, together } from '#lib/sql.ts';
import { type DashboardCouncil, makeDashboard, type ThemeDashboard } from '#lib/themes/making.ts';
import { readComposition, readTheme } from '#lib/themes/reading.ts';
import { readSaidRows } from '#lib/voice/said.ts';

/** What may change from one request to the next without a write to any figure. Null where there is no such theme. */
export async function readMoving(db: Sql, slug: string, asOf: Date) {
  const [theme, standings, promises, said] = await together(db, [
    () => readTheme(db, slug, asOf),
    () => readStandings(db, asOf, { theme: slug }),
    () => readPromises(db, asOf),
    () => readSaidRows(db, asOf),
  ]);
  return theme ? { theme, standings, promises, said } : null;
}

/** What only a write to figures, their setting or the composition changes. */
export async function readSteady(db: Sql, slug: string, asOf: Date, recordedBy = asOf) {
  const only = { theme: slug };
  const [composition, heads, values, peers, breakdowns] = await together(db, [
    () => readComposition(db, slug, asOf),
    () => readHeads(db, asOf, only),
    () => readValues(db, recordedBy, only),
    () => readPeers(db, recordedBy, only),
    () => readBreakdowns(db, recordedBy, { theme: slug, areas: 'compared', newest: 1 }),
  ]);
  return { composition, heads, values, peers, breakdowns };
}

/**
 * A theme's dashboard as it stood at a moment, by today's rule for small numbers: from what had been recorded and
 * published by then. Null where there is no such theme.
 */
export async function gatherDashboard(
  db: Sql,
  council: DashboardCouncil,
  slug: string,
  asOf: Date,
): Promise<ThemeDashboard | null> {
  const moving = await readMoving(db, slug, asOf);
  if (!moving) return null;
  return makeDashboard(isoDay(asOf), { ...moving, ...(await readSteady(db, slug, asOf)), council });
}
