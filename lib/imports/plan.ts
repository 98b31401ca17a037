import 'server-only';
import type { Db } from '#lib/db.ts';
import type { Facts } from '#lib/imports/findings.ts';
import { fits, type ImportRule } from '#lib/imports/map.ts';
import { type Placed, placeTime, type Time } from '#lib/imports/time.ts';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';

/** Where the values of a rule go: a definition for each period, and the breakdown. Null where there is no such figure. */
export type Target = {
  rule: ImportRule;
  breakdownId: string | null;
  /** The filters of the file. */
  filters: string[];
  moments: { time: Time; definitionId: string; placed: Placed }[];
} | null;

type Definition = {
  id: string;
  version: number;
  startsOn: Date;
  periodType: PeriodType;
  isYearToDate: boolean;
};

/** What each rule leads to in this council, in the order of the rules. */
export async function planOf(db: Db, rules: readonly ImportRule[], header: readonly string[], facts: Facts) {
  const found = await db.indicator.findMany({
    where: { key: { in: rules.map(({ indicator }) => indicator) } },
    select: {
      key: true,
      breakdowns: { select: { id: true, key: true } },
      definitions: {
        select: { id: true, version: true, startsOn: true, periodType: true, isYearToDate: true },
        orderBy: { version: 'desc' },
      },
    },
  });
  const indicators = new Map(found.map((indicator) => [indicator.key, indicator]));
  return rules.map((rule): Target => {
    const indicator = indicators.get(rule.indicator);
    const breakdown = indicator?.breakdowns.find(({ key }) => key === rule.breakdown);
    if (!indicator?.definitions[0] || (rule.breakdown !== '' && !breakdown)) return null;
    if (!fits(rule, header, facts.filters)) return null;
    const { definitions } = indicator;
    return {
      rule,
      breakdownId: breakdown?.id ?? null,
      filters: facts.filters.map(({ column }) => column),
      moments: facts.times.map((time) => ({ time, ...definitionAt(definitions, time) })),
    };
  });
}

/** The newest definition that had begun when the period ended; the oldest for periods before any began. */
function definitionAt(definitions: readonly Definition[], time: Time): { definitionId: string; placed: Placed } {
  const placed = definitions.map((definition) => ({
    definition,
    placed: placeTime(time, definition.periodType, definition.isYearToDate),
  }));
  const begun = placed.find(
    ({ definition, placed }) => 'endsOn' in placed && definition.startsOn <= new Date(`${placed.endsOn}T00:00:00Z`),
  );
  const chosen = begun ?? placed.at(-1);
  if (!chosen) throw new Error('an indicator without a definition');
  return { definitionId: chosen.definition.id, placed: chosen.placed };
}
