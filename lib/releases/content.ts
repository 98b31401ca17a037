import { z } from 'zod';

/**
 * What a release holds: every value copied in, as JSON. The page is drawn from this alone and the public API answers
 * from it, so neither reads a live row. A change that an older reader could not read raises `schemaVersion`.
 */
export const schemaVersion = 1;

const symbol = z
  .enum(['c', 'z', 'x', 'k', 'u'])
  .describe('c hidden, z not applicable, x not available, k rounds to 0, u too unreliable');
const count = z.int().min(0).nullable();
const day = z.iso.date();

const valueSchema = z.object({
  value: z.number().nullable().describe('Empty exactly when a symbol stands in its place'),
  numerator: count,
  denominator: count,
  symbol: symbol.nullable(),
});

export const sourceSchema = z.object({
  name: z.string(),
  licence: z.string(),
  licenceAddress: z.string().describe('Where the licence can be read; empty where nobody has said'),
  attribution: z.string().describe('What to write beside the figures when you publish them again'),
  address: z.string(),
});

const areaSchema = z.object({ code: z.string(), name: z.string(), kind: z.enum(['council', 'region', 'country']) });

const definitionSchema = z.object({
  version: z.int(),
  startsOn: day,
  question: z.string(),
  cohort: z.string(),
  numeratorMeaning: z.string().nullable(),
  denominatorMeaning: z.string().nullable(),
  unit: z.string().describe('"%", "rate" (for every 10,000), "score" or "number"'),
  decimals: z.int(),
  periodType: z.enum([
    'snapshot31March',
    'financialYear',
    'financialQuarter',
    'academicYear',
    'calendarYear',
    'surveyWave',
  ]),
  polarity: z.enum(['high', 'low', 'none']).describe('Which way is good'),
  polarityNote: z.string(),
  breakReason: z.string().describe('Why this version counts in another way than the one before'),
  source: sourceSchema,
  rule: z.object({ threshold: z.int(), roundTo: z.int() }).describe('Counts from 1 to the threshold are hidden'),
});

const observationSchema = valueSchema.extend({
  definition: z.int().describe('Version of the definition; never compare across versions'),
  area: areaSchema,
  period: z.string(),
  periodName: z.string(),
  endsOn: day,
});

const breakdownSchema = z.object({
  key: z.string(),
  title: z.string(),
  rowTitle: z.string(),
  rows: z.array(z.string()),
  columnTitle: z.string(),
  columns: z.array(z.string()),
  isWhole: z.boolean().describe('True where the parts add up to the whole'),
  definition: z.int(),
  tables: z.array(
    z.object({
      area: areaSchema,
      period: z.string(),
      periodName: z.string(),
      endsOn: day,
      cells: z.array(valueSchema.extend({ row: z.string(), column: z.string() })),
    }),
  ),
});

const chartSchema = z.object({
  title: z.string(),
  description: z.string(),
  unit: z.string(),
  decimals: z.int(),
  periods: z.array(z.string()),
  series: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['own', 'region', 'country']),
      points: z.array(
        z.object({
          period: z.string(),
          value: z.number().nullable(),
          note: z.string().optional(),
          detail: z.string().optional(),
        }),
      ),
    }),
  ),
  target: z.number().optional(),
  breaksBefore: z.array(z.string()).optional(),
  id: z.string().optional(),
});

export const indicatorSchema = z.object({
  key: z.string(),
  title: z.string(),
  definitions: z.array(definitionSchema).min(1).describe('Newest first'),
  /** The figure as the page says it, word for word. */
  words: z.object({
    value: z.string(),
    of: z.string(),
    period: z.string(),
    verdict: z.string(),
    verdictKind: z.string(),
    direction: z.string(),
    sentence: z.string(),
    judged: z.array(z.string()).describe('Against the target, the neighbours, chance and earlier periods'),
    meaning: z.string(),
  }),
  chart: chartSchema,
  observations: z.array(observationSchema).describe('Oldest first'),
  breakdowns: z.array(breakdownSchema),
});

export const contentSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  council: z.object({
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    code: z.string(),
    colour: z.string(),
    demo: z.boolean(),
  }),
  release: z.object({
    slug: z.string(),
    edition: z.int().min(1),
    title: z.string(),
    text: z.string(),
    releasedOn: day,
    earlier: z.array(z.object({ edition: z.int(), releasedOn: day })),
  }),
  indicators: z.array(indicatorSchema).min(1),
});

export type ReleaseContent = z.infer<typeof contentSchema>;
export type ReleasedIndicator = z.infer<typeof indicatorSchema>;
export type ReleasedBreakdown = z.infer<typeof breakdownSchema>;
export type ReleasedSource = z.infer<typeof sourceSchema>;
export type PublicCouncil = ReleaseContent['council'];

/** The licence and attribution of every source of these indicators, each once. */
export function sourcesOf(indicators: readonly ReleasedIndicator[]): ReleasedSource[] {
  const all = indicators.flatMap(({ definitions }) => definitions.map(({ source }) => source));
  return [...new Map(all.map((source) => [source.attribution, source])).values()];
}
