import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { MissingSymbol, PeriodType, Polarity } from '#prisma/generated/enums.ts';
import { readContent, readRows } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known } from '#prisma/seed/strategy.ts';

const shape = z.object({
  key: z.string(),
  title: z.string(),
  question: z.string(),
  unit: z.enum(['%', 'rate', 'score', 'number']),
  cohort: z.string(),
  numeratorMeaning: z.string().nullish(),
  denominatorMeaning: z.string().nullish(),
  source: z.string(),
  periodType: z.enum(PeriodType),
  decimals: z.int(),
  polarity: z.enum(Polarity),
  polarityNote: z.string().nullish(),
  theme: z.string(),
  themeOrder: z.int(),
});

const licence = 'Open Government Licence v3.0';

const areas = [
  { code: 'E06000044', name: 'Portsmouth', kind: 'council' },
  { code: 'E12000008', name: 'South East', kind: 'region' },
  { code: 'E92000001', name: 'England', kind: 'country' },
] as const;

export type SeededIndicator = { id: string; key: string; theme: string; themeOrder: number };

/** The published series: Department for Education, Open Government Licence v3.0. */
export async function seedFigures({ db, councilId, today }: Seeding): Promise<SeededIndicator[]> {
  const areaIds = new Map(areas.map(({ code }) => [code as string, crypto.randomUUID()]));
  await db.area.createMany({
    data: areas.map((area) => ({ councilId, id: known(areaIds, area.code), ...area })),
  });

  // Those that a strategy points to are there already, without figures.
  const there = await db.indicator.findMany({ select: { id: true, key: true } });
  const ids = new Map(there.map(({ id, key }) => [key, id]));
  const indicators = readContent('indicators.json', z.array(shape)).map((indicator) => ({
    ...indicator,
    id: ids.get(indicator.key) ?? crypto.randomUUID(),
    definitionId: crypto.randomUUID(),
  }));
  await db.indicator.createMany({
    data: indicators.filter(({ key }) => !ids.has(key)).map(({ id, key, title }) => ({ councilId, id, key, title })),
  });
  const sources = new Map(
    [...new Set(indicators.map(({ source }) => source))].map((name) => [name, crypto.randomUUID()]),
  );
  await db.source.createMany({ data: [...sources].map(([name, id]) => ({ councilId, id, name, licence })) });
  await db.disclosureRule.createMany({
    data: [...sources.values()].map((sourceId) => ({
      councilId,
      sourceId,
      startsOn: today,
      threshold: 5,
      protectsRest: false,
      reason: 'The Department hides small numbers before it publishes, and what it prints is public already.',
      decidedOn: today,
    })),
  });
  await db.definition.createMany({
    data: indicators.map(
      ({ id, definitionId, key: _, title: __, theme: ___, themeOrder: ____, source, ...meaning }) => ({
        councilId,
        id: definitionId,
        indicatorId: id,
        sourceId: known(sources, source),
        version: 1,
        startsOn: day('2018-04-01'),
        ...meaning,
        numeratorMeaning: meaning.numeratorMeaning ?? null,
        denominatorMeaning: meaning.denominatorMeaning ?? null,
        polarityNote: meaning.polarityNote ?? null,
      }),
    ),
  });

  const definitions = new Map(indicators.map(({ key, definitionId }) => [key, definitionId]));
  await db.observation.createMany({
    data: readRows('observations.csv').map((row) => ({
      councilId,
      definitionId: known(definitions, row.indicator ?? ''),
      areaId: known(areaIds, row.area ?? ''),
      period: row.period ?? '',
      periodEndsOn: lastDayOf(row.period ?? ''),
      numerator: row.numerator ? Number(row.numerator) : null,
      denominator: row.denominator ? Number(row.denominator) : null,
      value: row.value || null,
      symbol: row.symbol ? z.enum(MissingSymbol).parse(row.symbol) : null,
      recordedAt: publishedBy(lastDayOf(row.period ?? ''), today),
    })),
  });
  return indicators;
}

/** "2025" is the year to 31 March 2025; "202425" is the school year to 31 August 2025. */
function lastDayOf(period: string): Date {
  return period.length === 6 ? day(`20${period.slice(4)}-08-31`) : day(`${period}-03-31`);
}

/**
 * The Department's yearly figures are out by eight months after their year: by then they are taken to have been written
 * down, so that the demonstration has a past. The council's own come sooner.
 */
export function publishedBy(endsOn: Date, today: Date, months = 8): Date {
  const out = new Date(Date.UTC(endsOn.getUTCFullYear(), endsOn.getUTCMonth() + months, 28));
  return out < today ? out : today;
}
