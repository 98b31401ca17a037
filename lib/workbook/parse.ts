import type { StrategyContent } from '#lib/strategies/content.ts';
import { fromTable } from '#lib/workbook/csv.ts';
import { fromGrids } from '#lib/workbook/from-grids.ts';
import { toGrids } from '#lib/workbook/grids.ts';
import type { Problem } from '#lib/workbook/problems.ts';
import { readFile } from '#lib/workbook/reading.ts';
import { sheets } from '#lib/workbook/sheets.ts';

/**
 * The strategy that a file holds, or everything that is wrong with it. Sheets and headings come first: while they
 * do not fit, what stands under them means nothing.
 * @param threshold the council's rule disclosureThreshold
 * @throws Refusal in one sentence for a file that cannot be read at all
 */
export async function parseWorkbook(
  file: Uint8Array,
  threshold: number,
): Promise<{ content: StrategyContent | null; problems: Problem[] }> {
  const { found, problems } = await readFile(file, fromTable);
  if (problems.length > 0) return { content: null, problems };
  const fitted = toGrids(found, sheets);
  if (fitted.problems.length > 0) return { content: null, problems: fitted.problems };
  return fromGrids(fitted.grids, threshold);
}
