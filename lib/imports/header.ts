import { parse } from 'csv-parse/sync';

/** The first row may be this long; a file without a line end in it is no data file. */
export const longestHeader = 256 * 1024;

export type Head = { header: string[] /** Bytes up to the first row of data. */; offset: number };

/**
 * The names in the first row, and where the rows begin.
 * @param bytes the beginning of the file, at least its first row
 * @returns null where no first row ends within them
 */
export function readHead(bytes: Buffer): Head | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const length = endOfRow(bytes, start);
  if (length === null) return null;
  let cells: string[];
  try {
    const [row = []] = parse(bytes.subarray(start, length), {
      relax_column_count: true,
      relax_quotes: true,
    });
    cells = row;
  } catch {
    cells = [];
  }
  return { header: cells.map((name) => name.trim()), offset: length };
}

/** Behind the first line end that stands outside quotes. */
function endOfRow(bytes: Buffer, start: number): number | null {
  let isQuoted = false;
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === 0x22) isQuoted = !isQuoted;
    else if (bytes[at] === 0x0a && !isQuoted) return at + 1;
  }
  return null;
}
