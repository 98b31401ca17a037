import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import type { AreaKind } from '#lib/indicators/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import {
  alsoWords,
  comparableValue,
  comparatorWords,
  compare,
  differenceWords,
  type Published,
} from '#lib/strategies/printed/rules.ts';
import { disclosedStatistic } from '#lib/strategies/statistics.ts';

type Indicators = Awaited<ReturnType<typeof readIndicators>>;

/** What is published of an indicator for a period and a kind of area, as it may be shown. */
function publishedOf(
  indicators: Indicators,
  key: string | undefined,
  period: string | null,
  kind: AreaKind,
): Published | null {
  const indicator = indicators.find((one) => one.key === key);
  for (const version of indicator?.versions ?? []) {
    const point = version.areas.find((area) => area.kind === kind)?.points.find((one) => one.period === period);
    if (indicator && point) {
      const { value, numerator, denominator } = point;
      const { unit, decimals } = version;
      return { title: indicator.title, unit, decimals, value, isHidden: point.symbol === 'c', numerator, denominator };
    }
  }
  return null;
}

/** What a strategy prints beside what its source publishes for the same day; and what is printed and published nowhere. */
export const getPrinted = query(async (viewer, db, strategyKey: string) => {
  if (!can.readFigures(viewer)) return forbidden();
  const strategy = (await readStrategyFacts(db, strategyKey)) ?? notFound();
  const rows = await db.statistic.findMany({
    where: { strategyId: strategy.id },
    orderBy: { order: 'asc' },
    include: { comparators: true, indicator: { select: { key: true } }, alsoIndicator: { select: { key: true } } },
  });
  const keys = rows.flatMap((row) => [row.indicator, row.alsoIndicator]).flatMap((one) => one?.key ?? []);
  const indicators = keys.length > 0 ? await readIndicators(db, clock(), { keys, withPeers: false }) : [];
  const statistics = rows.map(({ indicator, alsoIndicator, ...row }) => {
    const { figure, ...printed } = disclosedStatistic(viewer, row);
    const shown = figure && 'shown' in figure ? figure.shown : null;
    const value = shown?.value ?? null;
    const period = row.indicatorPeriod;
    const find = (key: string | undefined, kind: AreaKind) => publishedOf(indicators, key, period, kind);
    const published = find(indicator?.key, 'council');
    const type = indicators.find((one) => one.key === indicator?.key)?.versions[0]?.periodType;
    const state = compare(value, row.unit, published);
    const also = find(alsoIndicator?.key, 'council');
    const country = find(alsoIndicator?.key, 'country')?.value ?? null;
    const beside = (
      [
        ['England', 'england', 'country'],
        ['South East', 'southEast', 'region'],
      ] as const
    ).map(([name, kind, area]) => {
      const other = printed.comparators.find((one) => one.kind === kind)?.figure;
      return {
        name,
        printed: other && 'shown' in other ? other.shown.value : null,
        published: find(indicator?.key, area)?.value ?? null,
      };
    });
    return {
      id: row.id,
      order: row.order,
      measure: row.measure,
      cohort: row.cohort,
      note: row.note,
      unit: row.unit,
      value,
      symbol: row.symbol,
      key: indicator?.key ?? null,
      alsoKey: alsoIndicator?.key ?? null,
      period: type && period ? periodWords(type, period) : period,
      published,
      comparable: published && comparableValue(row.unit, published),
      state,
      sentence: [
        differenceWords(value, row.unit, published),
        published && also && alsoWords(state, published, { ...also, country }),
        comparatorWords(beside, row.unit),
      ]
        .filter(Boolean)
        .join(' '),
    };
  });
  const linkable = await db.indicator.findMany({
    where: { definitions: { some: {} } },
    orderBy: { title: 'asc' },
    select: { key: true, title: true },
  });
  return {
    strategy,
    linked: statistics.filter(({ key }) => key !== null),
    others: statistics.filter(({ key }) => key === null),
    mayLink: can.editIndicators(viewer),
    linkable,
  };
});
