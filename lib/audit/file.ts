import 'server-only';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { AuditFilters } from '#lib/audit/filters.ts';
import { listEvents } from '#lib/audit/queries.ts';
import { whoDid, wordsOfOperation } from '#lib/audit/words.ts';
import type { Viewer } from '#lib/auth/viewer.ts';

const atOnce = 1_000;
const columns = ['Number', 'When (UTC)', 'Who', 'What they did', 'Operation', 'To what', 'Fingerprint'];

/**
 * The trail as comma-separated values, a page at a time however long it is. A cell that a spreadsheet would take for
 * a formula is made a text. The first page is read before anything is sent, so that who may not read it is told so.
 */
export async function auditFile(viewer: Viewer, filters: AuditFilters): Promise<ReadableStream> {
  const first = await listEvents(viewer, filters, atOnce);
  async function* rows() {
    for (let page = first; ; page = await listEvents(viewer, { ...filters, before: page.older ?? 1 }, atOnce)) {
      for (const event of page.events) {
        const { number, at, operation, subject, hash } = event;
        yield [number, at.toISOString(), whoDid(event), wordsOfOperation(operation), operation, subject, hash];
      }
      if (page.older === null) return;
    }
  }
  const file = stringify({ header: true, columns, bom: true, escape_formulas: true });
  Readable.from(rows())
    .on('error', (error) => file.destroy(error))
    .pipe(file);
  return Readable.toWeb(file) as ReadableStream;
}
