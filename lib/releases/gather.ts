import 'server-only';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { buildContent } from '#lib/releases/build.ts';
import type { ReleaseContent } from '#lib/releases/content.ts';
import { type HiddenValue, hiddenIn } from '#lib/releases/hidden.ts';
import {
  type RawValue,
  readEarlier,
  readMeanings,
  readPublicCouncil,
  readRawParts,
  readRawValues,
} from '#lib/releases/raw.ts';
import type { Sql } from '#lib/sql.ts';

/** What an officer chose. Breakdowns are "indicator/breakdown". */
export type Chosen = { slug: string; title: string; text: string; indicators: string[]; breakdowns: string[] };

/** `raw` is for the ledger: what every value really is, shown or not. It goes no further. */
export type Gathered = { content: ReleaseContent; hidden: HiddenValue[]; raw: RawValue[] };

/** Everything that a release of these figures would hold if it were released now. */
export async function gatherRelease(db: Sql, chosen: Chosen, now: Date): Promise<Gathered> {
  const { slug, title, text, indicators: keys } = chosen;
  const council = await readPublicCouncil(db);
  const earlier = await readEarlier(db, slug);
  const meanings = await readMeanings(db, keys);
  const raw = [...(await readRawValues(db, now, keys)), ...(await readRawParts(db, now, chosen.breakdowns))];
  const indicators = await inOrder(db, keys, now);
  const breakdowns: ShownBreakdown[] = [];
  const content = buildContent({
    council,
    release: { slug, title, text, edition: (earlier.at(-1)?.edition ?? 0) + 1, releasedOn: isoDay(now), earlier },
    figures: indicators.flatMap((indicator) => readFigure(indicator, isoDay(now)) ?? []),
    breakdowns,
    meanings,
  });
  return { content, hidden: hiddenIn(content, raw, rulesOf(indicators)), raw };
}

/** The indicators in the order in which they were chosen; those that are there no more are left out. */
async function inOrder(db: Sql, keys: readonly string[], now: Date): Promise<IndicatorData[]> {
  const found = await readIndicators(db, now, { keys: [...keys] });
  return keys.flatMap((key) => found.find((one) => one.key === key) ?? []);
}

const rulesOf = (indicators: readonly IndicatorData[]) => (key: string, version: number) => {
  const found = indicators.find((one) => one.key === key)?.versions.find((one) => one.version === version);
  if (!found) throw new Error(`${key} has no version ${version}.`);
  return found;
};
