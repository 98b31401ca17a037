import { z } from 'zod';
import { importRule } from '#lib/imports/map.ts';
import { metaColumn } from '#lib/imports/meta.ts';

/** What reading a file found: kept with its import, and read by every page about it. */

const filter = z.object({ column: z.string(), label: z.string(), items: z.array(z.string()), isCut: z.boolean() });
const measure = z.object({ column: z.string(), label: z.string(), unit: z.string() });

/** A value as it was or would be. */
const written = z.object({
  value: z.number().nullable(),
  symbol: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export type Written = z.infer<typeof written>;

const change = z.object({
  rule: z.number(),
  row: z.string(),
  column: z.string(),
  area: z.string(),
  period: z.string(),
  before: written.nullable(),
  after: written,
});
export type FigureChange = z.infer<typeof change>;

const refusedCell = z.object({ line: z.number(), column: z.string(), reason: z.string() });
export type RefusedCell = z.infer<typeof refusedCell>;

const tally = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() });
export type Tally = z.infer<typeof tally>;

const preview = z.object({
  ...tally.shape,
  /** The same of each rule of the map, in its order; all 0 where the file has no such rows. */
  rules: z.array(tally),
  newAreas: z.array(z.object({ code: z.string(), name: z.string() })),
  newAreaCount: z.number(),
  /** The first of each; the counts say how many there are. */
  firstAdded: z.array(change),
  firstChanged: z.array(change),
  firstRefused: z.array(refusedCell),
  /** Cells with a symbol that the standard gave up, read as "not available". */
  obsolete: z.number(),
});
export type Preview = z.infer<typeof preview>;

const facts = z.object({
  rows: z.number(),
  levels: z.array(z.object({ level: z.string(), rows: z.number(), isRead: z.boolean() })),
  times: z.array(z.object({ period: z.string(), identifier: z.string() })),
  areas: z.number(),
  filters: z.array(filter),
  measures: z.array(measure),
});
export type Facts = z.infer<typeof facts>;

export const findings = z.object({
  header: z.array(z.string()).default([]),
  meta: z.array(metaColumn).nullable().default(null),
  facts: facts.nullable().default(null),
  preview: preview.nullable().default(null),
  /** Why it was refused or failed, as a sentence. */
  problem: z.string().nullable().default(null),
  /** Said beside a new preview: why it was made anew. */
  note: z.string().nullable().default(null),
  /** The rules that it was saved by. */
  rules: z.array(importRule).nullable().default(null),
});
export type Findings = z.infer<typeof findings>;

/** The findings of a row of the database. */
export const readFindings = (stored: unknown): Findings => findings.parse(stored ?? {});
