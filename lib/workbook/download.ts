import type { StrategyContent } from '#lib/strategies/content.ts';
import { csvFile } from '#lib/workbook/csv.ts';
import { workbookFile } from '#lib/workbook/writing.ts';

const forms = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** A strategy, or the empty template, as a file to keep. `form` is what the address asks for. */
export async function downloadOf(
  content: StrategyContent | null,
  name: string,
  form: string | null,
): Promise<Response> {
  const kind = form === 'csv' ? 'csv' : 'xlsx';
  const file = kind === 'csv' ? csvFile(content) : new Uint8Array(await workbookFile(content));
  return new Response(file, {
    headers: {
      'Content-Type': forms[kind],
      'Content-Disposition': `attachment; filename="${name}.${kind}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
