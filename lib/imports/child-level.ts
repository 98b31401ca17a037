import { namesChildren } from '#lib/evidence/child-level.ts';

/**
 * Files with a row for each child, such as the return SSDA903, are never kept. They are told by the names of their
 * columns, and by values that only a list of children has. What a cell says is never repeated.
 */

/** Columns of SSDA903, the children in need census and Annex A, beside those that lib/evidence/child-level.ts knows. */
const ofReturns =
  /^(?:child|child (?:unique|la) ?id|child ?id|la child ?id|unique (?:id|child id)|upn|former upn|uln|mc dob|dob|person birth date|birth date|date of birth|expected person birth date|decom|dec|duc|mis start|mis end|ethnic|home post|pl post|place urn|age of child years|lac person id)$/;

const plain = (name: string) =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/[_.\s/()-]+/g, ' ')
    .trim();

/** The name of the first column that only a file of children has; null where there is none. */
export const childColumn = (header: readonly string[]): string | null =>
  header.find((name) => ofReturns.test(plain(name)) || namesChildren([name])) ?? null;

const start = '[,"\\r\\n]';
const end = '(?=[,"\\r\\n])';
const day = '(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:(?:19|20)\\d{2}|\\d{2})';
const date = `(?:${day}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?:[T ][\\d:.]+Z?)?`;

/** A whole cell: a unique pupil number with its letter, or a number of the health service as it is printed. */
const numberCell = new RegExp(`${start} *(?:[A-HJ-NP-RT-Z]\\d{11}[0-9A-Z]|\\d{3} \\d{3} \\d{4}) *${end}`, 'i');
const dateCell = new RegExp(`${start} *${date} *${end}`);

/** The same for one cell in the database. */
export const dateCellPattern = `^ *${date} *$`.replaceAll('(?:', '(');

/** Columns that say on which day of the calendar something was counted, as files of attendance have them. */
export const isCalendarColumn = (name: string) =>
  /(?:^|_)(?:attendance|reporting|week|census|publication|snapshot)_?(?:\w+_)?(?:date|commencing|ending)$/.test(name) ||
  name === 'date';

export const childLevelSentences = {
  column: (name: string) =>
    `This file looks like a list of children: it has the column "${name}". Only published totals belong here. The file was deleted.`,
  value:
    'This file looks like a list of children: it holds values such as dates of birth or pupil numbers. Only published totals belong here. The file was deleted.',
};

/** Longer than any cell that is looked for, so that one that lies across two pieces is found. */
const kept = 64;

/**
 * Looks through a file piece by piece; the answer is true as soon as a piece holds what only a list of children has.
 * The last piece must end with a line end, or be followed by one.
 */
export function childScanner({ mayHoldDates }: { mayHoldDates: boolean }): (piece: Buffer) => boolean {
  let before = '\n';
  return (piece) => {
    const text = before + piece.toString('latin1');
    before = text.slice(-kept);
    return numberCell.test(text) || (!mayHoldDates && dateCell.test(text));
  };
}
