import { createHash } from 'node:crypto';
import type { ReportContent } from '#lib/reports/content.ts';
import { buildDocument } from '#lib/reports/document.ts';
import type { ReportDocument } from '#lib/reports/document-blocks.ts';

/**
 * What an edition keeps: who froze it and when, the values that were copied in, and the document that was made
 * of them, word for word. It is drawn from this alone, so neither live rows nor a later release change it.
 */
export type Frozen = {
  edition: number;
  frozenBy: string;
  frozenAt: string;
  content: ReportContent;
  document: ReportDocument;
};

export const frozenFrom = (
  content: ReportContent,
  by: { edition: number; frozenBy: string; frozenAt: string },
): Frozen => ({ ...by, content, document: buildDocument(content) });

/** JSON with the keys of every object in order: the database keeps the values of JSON, not the order of keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** SHA-256 of the content as it is stored, in hexadecimal. */
export const hashOf = (frozen: unknown) => createHash('sha256').update(canonicalJson(frozen)).digest('hex');

/** The first twelve digits: enough to tell editions apart and to read out. */
export const shortHash = (hash: string) => hash.slice(0, 12);

/**
 * A stored edition, checked against its hash.
 * @throws when what is stored is not what was frozen
 */
export function readFrozen(stored: unknown, hash: string): Frozen {
  if (hashOf(stored) !== hash) throw new Error(`A frozen report does not match its hash ${shortHash(hash)}.`);
  return stored as Frozen;
}
