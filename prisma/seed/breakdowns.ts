import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { MissingSymbol } from '#prisma/generated/enums.ts';
import { publishedBy } from '#prisma/seed/figures.ts';
import { readContent, readRows } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const table = z.object({
  indicator: z.string(),
  key: z.string(),
  title: z.string(),
  rowTitle: z.string(),
  rows: z.array(z.string()),
  isWhole: z.boolean(),
  theme: z.string(),
});

const ownCount = z.object({
  source: z.object({ name: z.string(), licence: z.string(), address: z.string() }),
  ruleReason: z.string(),
  indicator: z.object({
    key: z.string(),
    title: z.string(),
    question: z.string(),
    cohort: z.string(),
    startsOn: z.string(),
    priority: z.string(),
  }),
  theme: z.string(),
  ages: z.array(z.string()),
  sexes: z.array(z.string()),
  quarters: z.array(
    z.object({
      period: z.string(),
      endsOn: z.string(),
      all: z.int(),
      /** Girls and boys, a pair an age. */
      counts: z.array(z.array(z.int())).default([]),
    }),
  ),
});

const shape = z.object({ published: z.array(table), ownCount });
const linked = z.array(z.looseObject({ key: z.string(), priority: z.string() }));

/**
 * Tables of care experienced young people as the Department for Education prints them, symbols and all, and a count of
 * the council's own by age and sex, made up for the demonstration, in which a small number needs others to hide it.
 */
export async function seedBreakdowns(seeding: Seeding, strategy: Strategy): Promise<void> {
  const { db, councilId } = seeding;
  const { published, ownCount: own } = readContent('breakdowns.json', shape);
  await seedOwnCount(seeding, own);
  const indicators = await db.indicator.findMany({ include: { definitions: true } });
  const ids = new Map(indicators.map(({ key, id }) => [key, id]));
  const definitions = new Map(indicators.map(({ key, definitions: [first] }) => [key, first?.id ?? '']));

  const priorities = [...readContent('indicators.json', linked), own.indicator];
  await db.priorityIndicator.createMany({
    data: priorities.map(({ key, priority }) => ({
      councilId,
      indicatorId: known(ids, key),
      priorityId: known(strategy.priorities, priority),
    })),
  });

  const breakdowns = [...published, ...ownTables(own)].map((one) => ({ ...one, id: crypto.randomUUID() }));
  await db.breakdown.createMany({
    data: breakdowns.map(({ indicator, theme: _, ...one }) => ({
      councilId,
      indicatorId: known(ids, indicator),
      ...one,
    })),
  });
  const themes = new Map((await db.theme.findMany()).map(({ slug, id }) => [slug, id]));
  // What the tables by one characteristic say stands in the one by two.
  const byTwo = new Set(breakdowns.filter((one) => 'columns' in one).map(({ indicator }) => indicator));
  const chosen = breakdowns.filter((one) => 'columns' in one || !byTwo.has(one.indicator));
  await db.themeBreakdown.createMany({
    data: chosen.map(({ id, theme }, order) => ({
      councilId,
      themeId: known(themes, theme),
      breakdownId: id,
      order,
    })),
  });

  const byKey = new Map(breakdowns.map(({ indicator, key, id }) => [`${indicator} ${key}`, id]));
  const areas = new Map((await db.area.findMany()).map(({ code, id }) => [code, id]));
  const rows = [...readRows('breakdowns.csv').map(publishedRow), ...ownRows(own)];
  await db.breakdownValue.createMany({
    data: rows.map(({ indicator, breakdown, area, ...value }) => ({
      councilId,
      breakdownId: known(byKey, `${indicator} ${breakdown}`),
      definitionId: known(definitions, indicator),
      areaId: known(areas, area),
      recordedAt: publishedBy(value.periodEndsOn as Date, seeding.today, indicator === own.indicator.key ? 1 : 8),
      ...value,
    })),
  });
}

type OwnCount = z.infer<typeof ownCount>;
type Row = Pick<Prisma.BreakdownValueCreateManyInput, 'period' | 'periodEndsOn' | 'row' | 'column'> &
  Partial<Pick<Prisma.BreakdownValueCreateManyInput, 'numerator' | 'denominator' | 'value' | 'symbol'>> & {
    indicator: string;
    breakdown: string;
    area: string;
  };

const ownArea = 'E06000044';

/** An indicator with a source of its own, so that it has a rule of its own. */
async function seedOwnCount({ db, councilId, today }: Seeding, { source, ruleReason, indicator, quarters }: OwnCount) {
  const [sourceId, indicatorId, definitionId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const { key, title, question, cohort, startsOn } = indicator;
  await db.source.create({ data: { councilId, id: sourceId, ...source } });
  await db.disclosureRule.create({
    data: { councilId, sourceId, startsOn: today, threshold: 5, reason: ruleReason, decidedOn: today },
  });
  await db.indicator.create({ data: { councilId, id: indicatorId, key, title } });
  await db.definition.create({
    data: {
      councilId,
      id: definitionId,
      indicatorId,
      version: 1,
      question,
      unit: 'number',
      cohort,
      sourceId,
      periodType: 'financialQuarter',
      decimals: 0,
      polarity: 'none',
      polarityNote: 'Neither more nor fewer children in care is good in itself.',
      startsOn: day(startsOn),
    },
  });
  const area = await db.area.findFirstOrThrow({ where: { code: ownArea } });
  await db.observation.createMany({
    data: quarters.map(({ period, endsOn, all }) => ({
      councilId,
      definitionId,
      areaId: area.id,
      period,
      periodEndsOn: day(endsOn),
      recordedAt: publishedBy(day(endsOn), today, 1),
      value: all,
    })),
  });
}

const ownTables = ({ indicator, ages, sexes, theme }: OwnCount) => {
  const common = { indicator: indicator.key, isWhole: true, theme };
  return [
    { ...common, key: 'age', title: 'Children in care by age', rowTitle: 'Age', rows: ages },
    { ...common, key: 'sex', title: 'Children in care by sex', rowTitle: 'Sex', rows: sexes },
    {
      ...common,
      key: 'age-and-sex',
      title: 'Children in care by age and sex',
      rowTitle: 'Age',
      rows: ages,
      columnTitle: 'Sex',
      columns: sexes,
    },
  ];
};

/** The cells of the table by age and sex, and its margins as the tables by one of the two. */
const ownRows = ({ indicator, ages, sexes, quarters }: OwnCount): Row[] =>
  quarters.flatMap(({ period, endsOn, counts }) => {
    const cell = (breakdown: string, row: string, column: string, values: readonly number[]) => ({
      indicator: indicator.key,
      breakdown,
      area: ownArea,
      period,
      periodEndsOn: day(endsOn),
      row,
      column,
      value: values.reduce((sum, value) => sum + value, 0),
    });
    if (counts.length === 0) return [];
    return [
      ...ages.map((age, at) => cell('age', age, '', counts[at] ?? [])),
      ...sexes.map((sex, at) =>
        cell(
          'sex',
          sex,
          '',
          counts.map((pair) => pair[at] ?? 0),
        ),
      ),
      ...ages.flatMap((age, at) => sexes.map((sex, side) => cell('age-and-sex', age, sex, [counts[at]?.[side] ?? 0]))),
    ];
  });

/** A line of the Department's: the year to 31 March, its count, its group and its share, or a symbol. */
const publishedRow = (row: Record<string, string>): Row => ({
  indicator: row.indicator ?? '',
  breakdown: row.breakdown ?? '',
  area: row.area ?? '',
  period: row.period ?? '',
  periodEndsOn: day(`${row.period}-03-31`),
  row: row.row ?? '',
  column: row.column ?? '',
  numerator: row.numerator ? Number(row.numerator) : null,
  denominator: row.denominator ? Number(row.denominator) : null,
  value: row.value || null,
  symbol: row.symbol ? z.enum(MissingSymbol).parse(row.symbol) : null,
});
