import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { checkOffice } from '#lib/evidence/check-office.ts';
import { checkJpeg, checkPng } from '#lib/evidence/check-picture.ts';
import { checkText } from '#lib/evidence/check-text.ts';
import { type FileType, fileLimitBytes, sizeInWords } from '#lib/evidence/rules.ts';

/** What a file is, or one sentence that says why it cannot be taken and what would help. */
type Checked = { type: FileType } | { problem: string };

/** Judged by what it holds; the name decides only between CSV and plain text. */
export async function checkFile(bytes: Uint8Array, name: string): Promise<Checked> {
  if (bytes.length === 0) return { problem: 'This file is empty. Choose another.' };
  if (bytes.length > fileLimitBytes) {
    return { problem: `This file has ${sizeInWords(bytes.length)}. Choose one of 10 MB or less, or add a link to it.` };
  }
  if (endsLikeArchive(bytes) && !startsLike(bytes, 'PK')) {
    return { problem: 'Another file is hidden in this one. Save it again in its own program.' };
  }
  if (startsLike(bytes, '%PDF-')) return checkPdf(bytes);
  if (startsLike(bytes, 'PK')) return checkOffice(bytes);
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === 'image/png') return checkPng(bytes);
  if (found?.mime === 'image/jpeg') return checkJpeg(bytes);
  if (found?.mime === 'application/x-cfb') {
    return {
      problem:
        'This file is locked with a password, or from an old program. Save it as .docx, .xlsx or .pptx without a password.',
    };
  }
  return checkText(bytes, name);
}

const startsLike = (bytes: Uint8Array, start: string) => latin(bytes.subarray(0, start.length)) === start;

/** The end of a zip archive may stand in the last 64 KB: a picture or PDF that has one is two files in one. */
const endsLikeArchive = (bytes: Uint8Array) => latin(bytes.subarray(-65_557)).includes('PK\u0005\u0006');

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function checkPdf(bytes: Uint8Array): Checked {
  const text = latin(bytes);
  if (!text.slice(-2_048).includes('%%EOF'))
    return { problem: 'This PDF is damaged. Save it again and attach the new one.' };
  if (/\/Encrypt\b/.test(text)) return { problem: 'This PDF is locked with a password. Attach it without one.' };
  if (/\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)\b/.test(text)) {
    return { problem: 'This PDF holds programs or other files. Print it to a new PDF and attach that.' };
  }
  return { type: 'application/pdf' };
}
