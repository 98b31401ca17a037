/** What a sheet's XML holds that must be known before it is read: formulas, errors, and how far it reaches. */
export type CellScan = {
  formulas: string[];
  errors: string[];
  /** The last row and column that are named, from 1; a single far cell would fill the memory with empty ones. */
  rows: number;
  columns: number;
  cells: number;
};

/** Addresses as the spreadsheet gives them: "D4". */
export function scanSheet(xml: string): CellScan {
  const scan: CellScan = { formulas: [], errors: [], rows: 0, columns: 0, cells: 0 };
  let row = 0;
  let column = 0;
  for (const [tag, name = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f)(?=[\s/>])[^>]*>/g)) {
    const address = /\sr\s*=\s*["']([A-Z]*)(\d*)["']/i.exec(tag);
    if (name === 'row') {
      row = address?.[2] ? Number(address[2]) : row + 1;
      column = 0;
    } else if (name === 'c') {
      column = address?.[1] ? columnOf(address[1]) : column + 1;
      if (address?.[2]) row = Number(address[2]);
      scan.cells += 1;
      if (/\st\s*=\s*["']e["']/.test(tag)) scan.errors.push(`${lettersOf(column)}${row}`);
    } else {
      scan.formulas.push(`${lettersOf(column)}${row}`);
    }
    scan.rows = Math.max(scan.rows, row);
    scan.columns = Math.max(scan.columns, column);
  }
  return scan;
}

const columnOf = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1);
