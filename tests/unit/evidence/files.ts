import { strToU8, zipSync } from 'fflate';

/** Files as their programs write them, small but whole enough to be told apart; and what somebody hostile would send. */

const office = (main: string, more: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    [main]: strToU8('<document/>'),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

const openDocument = (type: string, more: Record<string, string> = {}) =>
  zipSync({
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': strToU8('<office:document-content/>'),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

const chunk = (name: string, data: number[]) => {
  const { length } = data;
  return [0, 0, length >> 8, length & 255, ...Buffer.from(name, 'latin1'), ...data, 0, 0, 0, 0];
};
const png = (...chunks: number[][]) =>
  Uint8Array.from([
    ...Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    ...chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
    ...chunks.flat(),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ]);

/** EXIF with one entry: a pointer to a place, or the orientation. */
const exif = (tag: number) => [
  ...Buffer.from('II*\0', 'latin1'),
  ...Buffer.from([8, 0, 0, 0, 1, 0, tag & 255, tag >> 8, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
];
const jpeg = (tag: number) => {
  const data = [...Buffer.from('Exif\0\0', 'latin1'), ...exif(tag)];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, data.length + 2, ...data, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
};
const place = 0x8825;
const orientation = 0x0112;

const pdf = (body = '') => strToU8(`%PDF-1.7\n1 0 obj<</Type/Catalog${body}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const locked = (bytes: number[]) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...bytes]);

const word = office('word/document.xml');

/** Name → file and the type that it is taken as. */
export const taken: Record<string, [Uint8Array, string]> = {
  'plan.pdf': [pdf(), 'application/pdf'],
  'plan.docx': [word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  'totals.xlsx': [office('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  'slides.pptx': [
    office('ppt/presentation.xml'),
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  'plan.odt': [openDocument('application/vnd.oasis.opendocument.text'), 'application/vnd.oasis.opendocument.text'],
  'totals.ods': [
    openDocument('application/vnd.oasis.opendocument.spreadsheet'),
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
  'picture.png': [png(), 'image/png'],
  'picture.jpg': [jpeg(orientation), 'image/jpeg'],
  'totals.csv': [strToU8('\ufeffWard,Children\r\nNorth,120\r\n'), 'text/csv'],
  'notes.txt': [strToU8('We met. שלום\nIt went well.'), 'text/plain'],
  'a report called program.exe': [pdf(), 'application/pdf'],
};

/** Name → file and a word of the sentence that refuses it. */
export const refused: Record<string, [Uint8Array, string]> = {
  'empty.pdf': [new Uint8Array(), 'empty'],
  'huge.pdf': [joined(pdf(), new Uint8Array(11 * 1024 * 1024)), '10 MB'],
  'page.html': [strToU8('<!doctype html><script>alert(1)</script>'), 'cannot be attached'],
  'page.txt': [strToU8('<html><body>hello</body></html>'), 'web page'],
  'later.txt': [strToU8('Hello <script src="//x"></script>'), 'web page'],
  'drawing.svg': [strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'cannot be attached'],
  'program.pdf': [Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]), 'cannot be attached'],
  'files.zip': [zipSync({ 'a.txt': strToU8('a') }), 'archive'],
  'broken.docx': [word.slice(0, 60), 'damaged'],
  'macro.docm': [office('word/document.xml', { 'word/vbaProject.bin': 'x' }), 'macros'],
  'macro.odt': [
    openDocument('application/vnd.oasis.opendocument.text', { 'Basic/Standard/Module1.xml': 'x' }),
    'macros',
  ],
  'inside.docx': [office('word/document.xml', { 'word/embeddings/oleObject1.bin': 'x' }), 'macros'],
  'locked.odt': [
    openDocument('application/vnd.oasis.opendocument.text', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    'password',
  ],
  'locked.docx': [locked(Array.from({ length: 600 }, () => 0)), 'password'],
  'locked.pdf': [pdf('/Encrypt 2 0 R'), 'password'],
  'script.pdf': [pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), 'programs'],
  'cut.pdf': [pdf().slice(0, 30), 'damaged'],
  'two-in-one.pdf': [joined(pdf(), zipSync({ 'a.js': strToU8('1') }), strToU8('%%EOF')), 'hidden'],
  'two-in-one.png': [joined(png(), strToU8('<script>alert(1)</script>')), 'hidden'],
  'place.jpg': [jpeg(place), 'where it was taken'],
  'place.png': [png(chunk('eXIf', exif(place))), 'where it was taken'],
  'children.csv': [strToU8('List of 2026\nUPN,Date of Birth,Status\nA1,01/02/2012,x\n'), 'list of children'],
  'children;.csv': [strToU8('Forename;Score\nx;1\n'), 'list of children'],
  'children.xlsx': [
    office('xl/workbook.xml', {
      'xl/sharedStrings.xml': '<sst><si><t>Status</t></si><si><t>NHS_Number</t></si></sst>',
    }),
    'list of children',
  ],
  'old.csv': [Uint8Array.from([0x4e, 0x61, 0x6d, 0x65, 0xe9, 0x0a]), 'UTF-8'],
  'bomb.docx': [bomb(), 'unpacks to far more'],
};

/** A table of contents that promises 4 GB. */
function bomb(): Uint8Array {
  const bytes = new Uint8Array(word);
  const at = Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1');
  bytes.set([0xff, 0xff, 0xff, 0xf0], at + 24);
  return bytes;
}
