import 'server-only';
import { readBreakdowns } from '#lib/breakdowns/queries.ts';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import type { Db } from '#lib/db.ts';
import type { LedgerRow } from '#lib/disclosure/planning.ts';
import type { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { buildContent } from '#lib/releases/build.ts';
import type { ReleaseContent } from '#lib/releases/content.ts';
import { type HiddenValue, hiddenIn } from '#lib/releases/hidden.ts';
import { holdAgainstLedger } from '#lib/releases/ledger.ts';
import { readEarlier, readPublicCouncil, readSources } from '#lib/releases/raw.ts';
import type { Sql } from '#lib/sql.ts';

/** What an officer chose. Breakdowns are "indicator/breakdown". */
export type Chosen = { slug: string; title: string; text: string; indicators: string[]; breakdowns: string[] };

export type Gathered = {
  content: ReleaseContent;
  hidden: HiddenValue[];
  /** What the ledger is to say of it. */
  rows: LedgerRow[];
  /** Why it must not be released at all, because of what was released before. */
  refusal: Refusal | null;
};

/** Everything that a release of these figures would hold if it were released now. */
export async function gatherRelease(db: Db, chosen: Chosen, now: Date): Promise<Gathered> {
  const { slug, title, text, indicators: keys } = chosen;
  const council = await readPublicCouncil(db);
  const earlier = await readEarlier(db, slug);
  const sources = await readSources(db, keys);
  const leaving = {
    indicators: await inOrder(db, keys, now),
    breakdowns: await chosenBreakdowns(db, chosen.breakdowns, now),
  };
  const { indicators, breakdowns, raw, rows, refusal } = await holdAgainstLedger(db, leaving, now);
  const content = buildContent({
    council,
    release: { slug, title, text, edition: (earlier.at(-1)?.edition ?? 0) + 1, releasedOn: isoDay(now), earlier },
    figures: indicators.flatMap((indicator) => readFigure(indicator, isoDay(now)) ?? []),
    breakdowns,
    sources,
  });
  return { content, hidden: hiddenIn(content, raw, rulesOf(indicators)), rows, refusal };
}

/** The indicators in the order in which they were chosen; those that are there no more are left out. */
async function inOrder(db: Sql, keys: readonly string[], now: Date): Promise<IndicatorData[]> {
  const found = await readIndicators(db, now, { keys: [...keys] });
  return keys.flatMap((key) => found.find((one) => one.key === key) ?? []);
}

const keysWithParts = (breakdowns: readonly string[]) => [...new Set(breakdowns.map((one) => one.split('/')[0] ?? ''))];

/** The breakdowns that were chosen, their small numbers gone together with those of all other tables of the figure. */
async function chosenBreakdowns(db: Sql, chosen: readonly string[], now: Date): Promise<ShownBreakdown[]> {
  const found: ShownBreakdown[] = [];
  for (const key of keysWithParts(chosen)) found.push(...(await readBreakdowns(db, now, { key })));
  return found.filter((one) => one.tables.length > 0 && chosen.includes(`${one.indicator}/${one.key}`));
}

const rulesOf = (indicators: readonly IndicatorData[]) => (key: string, version: number) => {
  const found = indicators.find((one) => one.key === key)?.versions.find((one) => one.version === version);
  if (!found) throw new Error(`${key} has no version ${version}.`);
  return found;
};
