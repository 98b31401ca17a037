import { cleanText } from '#lib/typed.ts';
import type { Column } from '#lib/workbook/columns.ts';

/** What a cell of a workbook can hold; a file of comma-separated values has texts alone. */
export type Cell = string | number | boolean | Date | null;

/** A cell that was read: its value, or one sentence that says how to mend it. */
type Read = { value: unknown } | { sentence: string };

/** A spreadsheet would run a text that begins like this; an apostrophe before it keeps it a text. */
const runs = /^'*[=+\-@\t]/;
const disarm = (text: string) => (runs.test(text) ? `'${text}` : text);
const rearm = (text: string) => (text.startsWith("'") && runs.test(text) ? text.slice(1) : text);

const separators = { names: ';', lines: '\n' } as const;

/** Several names in one cell. A separator inside a name is written with a backslash before it. */
function join(names: readonly string[], separator: ';' | '\n'): string {
  const written = names.map((name) =>
    cleanText(name)
      .replaceAll('\\', '\\\\')
      .replaceAll('\n', '\\n')
      .replaceAll(';', separator === ';' ? '\\;' : ';'),
  );
  return written.join(separator === ';' ? '; ' : separator);
}

function split(text: string, separator: ';' | '\n'): string[] {
  const names: string[] = [];
  let name = '';
  for (const [part] of text.matchAll(/\\[\\;n]|[\s\S]/g)) {
    if (part === separator || part === '\n') {
      names.push(name);
      name = '';
    } else name += part.length === 1 ? part : part.slice(1).replace('n', '\n');
  }
  return [...names, name].map((one) => one.trim()).filter((one) => one !== '');
}

/** The cell that holds this value. */
export function toCell(column: Column, value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value : '';
  switch (column.kind) {
    case 'names':
    case 'lines':
      return disarm(join(value as string[], separators[column.kind])) || null;
    case 'choice':
      return column.choices?.[text] ?? null;
    case 'day':
      // A spreadsheet has no days before 1900.
      return text < '1901' ? text : new Date(`${text}T00:00:00Z`);
    case 'text':
      return disarm(cleanText(text)) || null;
    default:
      return Number(value);
  }
}

/** What stands in a cell as text, as a person would read it. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return rearm(cleanText(String(cell)));
}

/**
 * The value of a cell.
 * @param place which row of the sheet it is, from 1
 */
export function fromCell(column: Column, cell: Cell, place: number): Read {
  const text = textOf(cell);
  if (text === '') return blankOf(column, place);
  switch (column.kind) {
    case 'names':
    case 'lines':
      return { value: split(text, separators[column.kind]) };
    case 'choice':
      return choiceOf(column, text);
    case 'day':
      return dayOf(cell, text);
    case 'text':
      return { value: text };
    default:
      return numberOf(column, text);
  }
}

function blankOf({ blank, header }: Column, place: number): Read {
  switch (blank) {
    case 'refuse':
      return { sentence: `Fill in “${header}”: it may not be empty.` };
    case 'row':
      return { value: place };
    case 'none':
      return { value: [] };
    default:
      return { value: blank === 'text' ? '' : null };
  }
}

function choiceOf({ choices = {} }: Column, text: string): Read {
  const same = (words: string) => words.toLowerCase() === text.toLowerCase();
  const found = Object.entries(choices).find(([value, words]) => same(words) || same(value));
  if (found) return { value: found[0] };
  return {
    sentence: `“${shorten(text)}” is not one of the answers. Use one of: ${Object.values(choices).join(', ')}.`,
  };
}

/** 31/03/2026, 2026-03-31, or a cell that the spreadsheet keeps as a day. */
function dayOf(cell: Cell, text: string): Read {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = british ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}` : text;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(iso) && typeof cell !== 'number';
  const date = isDay ? new Date(`${iso}T00:00:00Z`) : null;
  // 30 February rolls over into March: it is no day.
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return { value: iso };
  return { sentence: `“${shorten(text)}” is not a day. Type it like 31/03/2026.` };
}

function numberOf({ kind }: Column, text: string): Read {
  const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value) && (kind === 'number' || Number.isInteger(value))) return { value };
  const wanted = kind === 'whole' ? 'a whole number, like 12' : 'a number without words or signs, like 84.5';
  return { sentence: `“${shorten(text)}” is not ${wanted}. Type the digits alone.` };
}

const shorten = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text);

/** A, B … Z, AA: what a spreadsheet calls its columns, from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
