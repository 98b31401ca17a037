import type { Block } from '#lib/reports/document-blocks.ts';
import { listed } from '#lib/reports/rules.ts';
import type { TextField } from '#lib/reports/template.ts';

/** 4.1, 4.2 … : each call gives the next number of the section. */
export function paragraphNumbers(section: number): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${section}.${last}`;
  };
}

/** What stands where an officer has not written yet. */
export const toBeWritten = (field: TextField) =>
  field.required
    ? { text: 'To be written by an officer', todo: field.key }
    : { text: 'Nothing written', todo: field.key };

/**
 * An officer's text as numbered paragraphs, one for each line. Lines that begin with "-", "*" or "•" are a
 * list under the paragraph before them.
 */
export function ownWords(field: TextField, texts: Record<string, string>, next: () => string): Block[] {
  const lines = listed(texts[field.key] ?? '');
  if (lines.length === 0) return [{ kind: 'numbered', number: next(), ...toBeWritten(field) }];
  const blocks: Block[] = [];
  for (const line of lines) {
    const item = /^[-*•]\s+(.+)$/.exec(line)?.[1];
    const before = blocks.at(-1);
    if (!item) blocks.push({ kind: 'numbered', number: next(), text: line });
    else if (before?.kind === 'bullets') before.items.push(item);
    else blocks.push({ kind: 'bullets', items: [item] });
  }
  return blocks;
}
