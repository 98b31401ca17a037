import 'server-only';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { type Figure, type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { buildContent } from '#lib/releases/build.ts';
import type { ReleaseContent } from '#lib/releases/content.ts';
import { readEarlier, readMeanings, readPublicCouncil } from '#lib/releases/raw.ts';
import type { Sql } from '#lib/sql.ts';

/** What an officer chose. Breakdowns are "indicator/breakdown". */
export type Chosen = { slug: string; title: string; text: string; indicators: string[]; breakdowns: string[] };

/** Everything that a release of these figures would hold if it were released now. */
export async function gatherRelease(db: Sql, chosen: Chosen, now: Date): Promise<ReleaseContent> {
  const { slug, title, text, indicators: keys } = chosen;
  const council = await readPublicCouncil(db);
  const earlier = await readEarlier(db, slug);
  const meanings = await readMeanings(db, keys);
  const figures = await readFigures(db, keys, now);
  return buildContent({
    council,
    release: { slug, title, text, edition: (earlier.at(-1)?.edition ?? 0) + 1, releasedOn: isoDay(now), earlier },
    figures,
    breakdowns: [],
    meanings,
  });
}

/** The indicators in the order in which they were chosen; those that are there no more are left out. */
async function readFigures(db: Sql, keys: readonly string[], now: Date): Promise<Figure[]> {
  const found: IndicatorData[] = [];
  for (const key of keys) found.push(...(await readIndicators(db, now, { key })));
  return found.flatMap((indicator) => readFigure(indicator, isoDay(now)) ?? []);
}
