import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { csvFile } from '#lib/workbook/csv.ts';
import { workbookFile } from '#lib/workbook/writing.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';

/** A workbook with one of its parts changed by hand. */
export async function tamperedWorkbook(
  part: string,
  change: (xml: string) => string,
  content: StrategyContent = wholeContent(),
): Promise<Uint8Array> {
  const parts = unzipSync(await workbookFile(content));
  const xml = parts[part];
  if (!xml) throw new Error(`the workbook has no part ${part}`);
  const changed = change(strFromU8(xml));
  if (changed === strFromU8(xml)) throw new Error(`nothing was changed in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(changed) });
}

/** The lines of a whole strategy as comma-separated values, changed by hand. */
export const tamperedTable = (change: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(change(csvFile(wholeContent())));
