import { strFromU8, unzipSync, zipSync } from 'fflate';
import { Refusal } from '#lib/errors.ts';
import { type CellScan, scanSheet } from '#lib/workbook/scan.ts';

/** A whole strategy is some hundred kilobytes; these limits are far above it and far below what hurts. */
const fileBytes = 5 * 1024 * 1024;
const unpackedBytes = 50 * 1024 * 1024;
const partLimit = 1_000;

/** What of a workbook is read: the cells, their texts and formats, and the names of the sheets. */
const isRead = (name: string) =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  );

/** @throws Refusal when the file is larger than any strategy */
export function checkSize(bytes: number): void {
  if (bytes > fileBytes) {
    const size = Math.ceil(bytes / 1024 / 1024);
    throw new Refusal(
      `This file has ${size} MB; 5 MB is the most. Delete what does not belong to it: pictures, other sheets.`,
    );
  }
}

/**
 * A workbook that is safe to read: its parts unpacked within limits, looked through, and packed anew, so that
 * whoever reads it next sees nothing that was not looked at.
 * @returns the same workbook, and what each of its sheets was found to hold
 * @throws Refusal in one sentence for a file that is no workbook, or would be too much
 */
export function guardWorkbook(file: Uint8Array): { bytes: Uint8Array; sheets: { name: string; scan: CellScan }[] } {
  const parts = unpack(file);
  const text = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  if (!parts['[Content_Types].xml'] || !parts['xl/workbook.xml']) throw new Refusal(notAWorkbook);
  for (const name of Object.keys(parts)) {
    if (/<!(DOCTYPE|ENTITY)/i.test(text(name))) throw new Refusal(notAWorkbook);
  }
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    scan: scanSheet(text(targets.get(attribute(tag, '(?:\\w+:)?id')) ?? '')),
  }));
  return { bytes: zipSync(parts, { level: 0 }), sheets };
}

function unpack(file: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0;
  let parts = 0;
  let hasMacros = false;
  const isWithin = () => unpacked <= unpackedBytes && parts <= partLimit;
  try {
    const found = unzipSync(file, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        parts += 1;
        hasMacros ||= /vbaProject\.bin$/i.test(name);
        return isWithin() && isRead(name);
      },
    });
    if (isWithin() && !hasMacros) return found;
  } catch {
    throw new Refusal(notAWorkbook);
  }
  if (hasMacros) throw new Refusal('This workbook holds macros. Save it as “Excel Workbook (.xlsx)” and send that.');
  throw new Refusal(
    'This file unpacks to far more than it can hold. Copy the sheets into the empty template, and send that.',
  );
}

const notAWorkbook =
  'This file is not a whole Excel workbook. Open it in your spreadsheet program, save it as “Excel Workbook (.xlsx)”, and send that.';

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (found?.[1] ?? found?.[2] ?? '')
    .replace(/&(lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
    .replaceAll('&amp;', '&');
}
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'" };
