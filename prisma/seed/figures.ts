import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { MissingSymbol, PeriodType, Polarity } from '#prisma/generated/enums.ts';
import { readContent, readRows } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

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
  commitments: z.array(z.string()),
});

const areas = [
  { code: 'E06000044', name: 'Portsmouth', kind: 'council' },
  { code: 'E12000008', name: 'South East', kind: 'region' },
  { code: 'E92000001', name: 'England', kind: 'country' },
] as const;

export type SeededIndicator = { id: string; key: string; theme: string; themeOrder: number };

/** The published series: Department for Education, Open Government Licence v3.0. */
export async function seedFigures({ db, councilId }: Seeding, strategy: Strategy): Promise<SeededIndicator[]> {
  const areaIds = new Map(areas.map(({ code }) => [code as string, crypto.randomUUID()]));
  await db.area.createMany({
    data: areas.map((area) => ({ councilId, id: known(areaIds, area.code), ...area })),
  });

  const indicators = readContent('indicators.json', z.array(shape)).map((indicator) => ({
    ...indicator,
    id: crypto.randomUUID(),
    definitionId: crypto.randomUUID(),
  }));
  await db.indicator.createMany({
    data: indicators.map(({ id, key, title }) => ({ councilId, id, key, title })),
  });
  await db.definition.createMany({
    data: indicators.map(
      ({ id, definitionId, key: _, title: __, theme: ___, themeOrder: ____, commitments: _____, ...meaning }) => ({
        councilId,
        id: definitionId,
        indicatorId: id,
        version: 1,
        startsOn: day('2018-04-01'),
        ...meaning,
        numeratorMeaning: meaning.numeratorMeaning ?? null,
        denominatorMeaning: meaning.denominatorMeaning ?? null,
        polarityNote: meaning.polarityNote ?? null,
      }),
    ),
  });
  await db.commitmentIndicator.createMany({
    data: indicators.flatMap(({ id, commitments }) =>
      commitments.map((ref) => ({
        councilId,
        indicatorId: id,
        commitmentId: known(strategy.commitments, ref),
      })),
    ),
  });
  const byKey = new Map(indicators.map(({ key, id }) => [key, id]));
  await db.promiseIndicator.createMany({
    data: strategy.promiseIndicators.map(({ promiseId, indicator }) => ({
      councilId,
      promiseId,
      indicatorId: known(byKey, indicator),
    })),
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
    })),
  });
  return indicators;
}

/** "2025" is the year to 31 March 2025; "202425" is the school year to 31 August 2025. */
function lastDayOf(period: string): Date {
  return period.length === 6 ? day(`20${period.slice(4)}-08-31`) : day(`${period}-03-31`);
}
