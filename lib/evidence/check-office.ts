import { strFromU8, unzipSync } from 'fflate';
import { childLevel, namesChildren } from '#lib/evidence/child-level.ts';

const most = { entries: 5_000, bytes: 300 * 1024 * 1024, text: 8 * 1024 * 1024 };

const kinds = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

const openDocuments = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

type Office = { type: (typeof kinds)[keyof typeof kinds] | (typeof openDocuments)[number] } | { problem: string };

/**
 * What an office file is, by the list of what it holds: nothing is unpacked but its table of contents, so a file that
 * would unpack to gigabytes costs nothing. Programs inside, locked files and broken lists are refused in words.
 */
export function checkOffice(bytes: Uint8Array): Office {
  const list = listOf(bytes);
  if (list === null) return { problem: 'This file is damaged. Save it again and attach the new one.' };
  const total = list.reduce((sum, entry) => sum + entry.originalSize, 0);
  const packed = list.reduce((sum, entry) => sum + entry.size, 0);
  if (list.length > most.entries || total > most.bytes || packed > bytes.length) {
    return { problem: 'This file unpacks to far more than it should. Save it again in its own program.' };
  }
  const names = new Set(list.map((entry) => entry.name));
  if (list.some(({ name }) => isProgram(name))) {
    return {
      problem: 'This file holds macros or other programs. Save it without them, for example as .docx or .xlsx.',
    };
  }
  if (names.has('mimetype')) return checkOpenDocument(bytes, names);
  const contents = textOf(bytes, '[Content_Types].xml');
  const main = Object.entries(kinds).find(([name]) => names.has(name));
  if (!main || /macroEnabled/i.test(contents)) return { problem: unknownArchive };
  const type = main[1];
  if (type === kinds['xl/workbook.xml'] && namesChildren(cellsOf(textOf(bytes, 'xl/sharedStrings.xml')))) {
    return { problem: childLevel };
  }
  return { type };
}

const unknownArchive = 'An archive of files cannot be attached. Attach the document itself.';

/** The texts of a spreadsheet's cells, where its column headings are. */
const cellsOf = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]{1,80})<\/t>/g)].map(([, text = '']) => text);

const isProgram = (name: string) =>
  /vbaProject|vbaData|activeX|oleObject|\.(?:exe|dll|js|vbs|bat|cmd|com|scr|ps1|jar|html?|svg)$|^Basic\/|^Scripts\//i.test(
    name,
  );

function checkOpenDocument(bytes: Uint8Array, names: ReadonlySet<string>): Office {
  const said = textOf(bytes, 'mimetype').trim();
  const type = openDocuments.find((known) => known === said);
  if (!type || !names.has('content.xml')) return { problem: unknownArchive };
  if (/encryption-data/.test(textOf(bytes, 'META-INF/manifest.xml'))) {
    return { problem: 'This file is locked with a password. Attach it without one.' };
  }
  return { type };
}

type Entry = { name: string; size: number; originalSize: number };

function listOf(bytes: Uint8Array): Entry[] | null {
  const list: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        list.push({ name, size, originalSize });
        return false;
      },
    });
  } catch {
    return null;
  }
  return list.length > 0 ? list : null;
}

/** One small part of the file as text; empty when it is not there, too large or damaged. */
function textOf(bytes: Uint8Array, wanted: string): string {
  try {
    const found = unzipSync(bytes, { filter: ({ name, originalSize }) => name === wanted && originalSize < most.text });
    return found[wanted] ? strFromU8(found[wanted]) : '';
  } catch {
    return '';
  }
}
