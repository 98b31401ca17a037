import { z } from 'zod';
import { contentSchema, indicatorSchema, schemaVersion, sourceSchema } from '#lib/releases/content.ts';

/** What the public API answers. The OpenAPI document is made of these, and a test holds every answer against them. */

const address = z.string().describe('An address on this host');

/** What begins every answer. */
const head = {
  schemaVersion: z.literal(schemaVersion),
  council: z.object({ slug: z.string(), name: z.string(), code: z.string().describe('ONS code of the authority') }),
  /** Never left out: figures that travel without their source are nobody's. */
  sources: z.array(sourceSchema).describe('Sources and licences of what is in this answer'),
  links: z.record(z.string(), address),
};

const pages = {
  ...head,
  page: z.int().min(1),
  perPage: z.int().min(1),
  total: z.int().min(0),
};

const edition = z.object({
  slug: z.string(),
  edition: z.int(),
  title: z.string(),
  releasedOn: z.iso.date(),
  withdrawnOn: z.iso.date().nullable(),
  isNewest: z.boolean(),
  page: address,
  data: address,
});
export type ApiEdition = z.infer<typeof edition>;

const origin = z.object({ slug: z.string(), edition: z.int() });

const observationRow = z.object({
  release: z.string(),
  edition: z.int(),
  indicator: z.string(),
  title: z.string(),
  definition: z.int().describe('Never compare values of different definitions'),
  breakdown: z.string().describe('Empty for the headline value'),
  row: z.string(),
  column: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  areaKind: z.enum(['council', 'region', 'country']),
  period: z.string(),
  periodName: z.string(),
  endsOn: z.iso.date(),
  value: z.number().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  symbol: z.enum(['c', 'z', 'x', 'k', 'u']).nullable(),
  unit: z.string(),
  source: z.string(),
  licence: z.string(),
});
export type ObservationRow = z.infer<typeof observationRow>;

export const answers = {
  start: z.object({ ...head, openapi: address }),
  releases: z.object({ ...pages, releases: z.array(edition) }),
  release: z.object({ ...head, release: edition, editions: z.array(edition) }),
  edition: contentSchema.extend(head),
  indicators: z.object({
    ...pages,
    indicators: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        question: z.string(),
        unit: z.string(),
        polarity: z.string(),
        source: z.string(),
        licence: z.string(),
        release: origin,
        data: address,
      }),
    ),
  }),
  indicator: z.object({ ...head, release: origin, indicator: indicatorSchema }),
  observations: z.object({ ...pages, observations: z.array(observationRow) }),
};

/** The same as tables: the columns in their order. */
export const columns = {
  editions: Object.keys(edition.shape),
  indicators: ['key', 'title', 'question', 'unit', 'polarity', 'source', 'licence', 'release', 'edition', 'data'],
  observations: Object.keys(observationRow.shape),
};

/** RFC 9457: what went wrong, in plain words. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});

const page = z.coerce
  .number('page must be a number.')
  .int('page must be a whole number.')
  .min(1)
  .max(1_000_000)
  .default(1);
const perPage = (usual: number, most: number) =>
  z.coerce
    .number('perPage must be a number.')
    .int('perPage must be a whole number.')
    .min(1, 'perPage must be 1 or more.')
    .max(most, `perPage can be ${most} at most.`)
    .default(usual);
const day = (name: string) => z.iso.date(`${name} must be a day such as 2025-03-31.`).optional();

export const queries = {
  none: z.object({}),
  list: z.object({ page, perPage: perPage(100, 1_000) }),
  observations: z.object({
    page,
    perPage: perPage(1_000, 10_000),
    indicator: z.string().max(100).optional().describe('Key of an indicator'),
    area: z.string().max(20).optional().describe('Official code of an area'),
    breakdown: z.string().max(100).optional().describe('Key of a breakdown; "none" for headline values alone'),
    from: day('from').describe('The period ends on this day or later'),
    to: day('to').describe('The period ends on this day or earlier'),
  }),
};
