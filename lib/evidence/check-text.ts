import { parse } from 'csv-parse/sync';
import { childLevel, namesChildren } from '#lib/evidence/child-level.ts';

type Text = { type: 'text/csv' | 'text/plain' } | { problem: string };

/** A text says nothing about what it is, so its name decides between the two; anything that a browser might run is refused. */
export function checkText(bytes: Uint8Array, name: string): Text {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const text = decoded(bytes);
  if (text === null || (ending !== 'csv' && ending !== 'txt')) return { problem: unknown };
  if (/^\s*(?:<|#!|%PDF|\{\\rtf)/.test(text) || /<\s*(?:script|html|svg|iframe|!doctype)\b/i.test(text)) {
    return { problem: 'This is a web page or a program, not a text. Save what it shows as a PDF and attach that.' };
  }
  if (ending === 'txt') return { type: 'text/plain' };
  if (namesChildren(headings(text))) return { problem: childLevel };
  return { type: 'text/csv' };
}

const unknown =
  'This kind of file cannot be attached. Use a PDF, a Word, Excel, PowerPoint or OpenDocument file, a picture (PNG or JPEG), CSV in UTF-8 or plain text.';

/** Text in UTF-8 without control characters; null for anything else. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The first rows, for headings often stand below a title. A broken row ends the search. */
function headings(text: string): string[] {
  const first = text.split('\n').slice(0, 20).join('\n');
  for (const delimiter of [',', ';', '\t']) {
    try {
      const rows: string[][] = parse(first, {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        bom: true,
        max_record_size: 100_000,
      });
      if (rows.some((row) => row.length > 1)) return rows.flat();
    } catch {}
  }
  return first.split(/[,;\t\n]/);
}
