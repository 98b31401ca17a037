import 'server-only';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { type HeldBack, holdAgainstLedger } from '#lib/releases/ledger.ts';
import type { ReportContent } from '#lib/reports/content.ts';
import { reportFigure } from '#lib/reports/figures.ts';
import { type Gathering, isoOf } from '#lib/reports/gather.ts';

export type GatheredFigures = { themes: ReportContent['themes'] } & Pick<HeldBack<never>, 'rows' | 'refusal'>;

/**
 * The headline figures by theme, in the order of the year. A figure of the report's year is often published
 * after it has ended, so periods are held to the year, and what is known of them to the moment of gathering.
 */
export async function gatherFigures(db: Db, report: Gathering): Promise<GatheredFigures> {
  const until = isoOf(report.endsOn);
  const found = await readIndicators(db, clock(), { until });
  const printed = found.filter((one) => one.themes.length > 0).map((one) => ({ ...one, ...endedBy(one, until) }));
  // A report is public: it is held against everything that was released, and what it prints is written down there.
  const { indicators, rows, refusal } = await holdAgainstLedger(db, { indicators: printed, breakdowns: [] }, clock());
  const themes = await db.theme.findMany({ select: { slug: true, name: true }, orderBy: { month: 'asc' } });
  const filled = themes
    .map(({ slug, name }) => ({
      name,
      figures: indicators
        .flatMap((one) => one.themes.filter((theme) => theme.slug === slug).map(({ order }) => ({ one, order })))
        .toSorted((a, b) => a.order - b.order)
        .flatMap(({ one }) => readFigure(one, until) ?? [])
        .map(reportFigure),
    }))
    .filter(({ figures }) => figures.length > 0);
  return { themes: filled, rows, refusal };
}

/** The indicator as the year of the report knows it: no later period, no definition that began later. */
function endedBy(indicator: IndicatorData, until: string): IndicatorData {
  const begun = indicator.versions.filter(({ startsOn }) => startsOn <= until);
  return {
    ...indicator,
    versions: begun.map((version) => ({
      ...version,
      areas: version.areas.map((area) => ({
        ...area,
        points: area.points.filter(({ endsOn }) => endsOn <= until),
      })),
    })),
  };
}
