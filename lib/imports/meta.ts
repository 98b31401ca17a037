import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** What the file beside a data file says of its columns. */
export const metaColumn = z.object({
  name: z.string(),
  type: z.enum(['Filter', 'Indicator']),
  label: z.string(),
  unit: z.string(),
  /** Decimal places; the standard reads an empty cell as 2. */
  decimals: z.number(),
});
export type MetaColumn = z.infer<typeof metaColumn>;

const wanted = ['col_name', 'col_type', 'label'] as const;

/** The meta file's columns, by header name in any order; or a sentence that says what is wrong with it. */
export function readMeta(text: string): { columns: MetaColumn[] } | { problem: string } {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      trim: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    });
  } catch {
    return { problem: 'The meta file is not a file of comma-separated values in UTF-8.' };
  }
  const missing = wanted.filter((name) => !Object.hasOwn(rows[0] ?? {}, name));
  if (missing.length > 0) return { problem: `The meta file has no column "${missing[0]}".` };
  const columns: MetaColumn[] = [];
  for (const [at, row] of rows.entries()) {
    const { col_name: name = '', col_type: type, label = '', indicator_unit: unit = '', indicator_dp = '' } = row;
    if (type !== 'Filter' && type !== 'Indicator') {
      return { problem: `Row ${at + 2} of the meta file: col_type must be Filter or Indicator.` };
    }
    columns.push({
      name,
      type,
      label: label || name,
      unit,
      decimals: /^\d$/.test(indicator_dp) ? Number(indicator_dp) : 2,
    });
  }
  return { columns };
}
