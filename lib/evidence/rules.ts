/** What may be attached to an update as evidence, and how it is called. */

/** 10 MB: a long report with pictures; a film is linked instead. */
export const fileLimitBytes = 10 * 1024 * 1024;

/** Links and files of one update together. */
export const evidenceLimit = 5;

/** Media types that are taken, with the ending that each is served with and what a person calls it. */
const fileKinds = {
  'application/pdf': { ending: 'pdf', name: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', name: 'Word' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', name: 'Excel' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { ending: 'pptx', name: 'PowerPoint' },
  'application/vnd.oasis.opendocument.text': { ending: 'odt', name: 'OpenDocument text' },
  'application/vnd.oasis.opendocument.spreadsheet': { ending: 'ods', name: 'OpenDocument spreadsheet' },
  'image/png': { ending: 'png', name: 'PNG picture' },
  'image/jpeg': { ending: 'jpg', name: 'JPEG picture' },
  'text/csv': { ending: 'csv', name: 'CSV' },
  'text/plain': { ending: 'txt', name: 'text' },
} as const;
export type FileType = keyof typeof fileKinds;

const isFileType = (type: string): type is FileType => Object.hasOwn(fileKinds, type);

/** What a form says of it; the check goes by what the file holds, not by its name. */
export const takenInWords =
  'A PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, CSV or plain text. 10 MB at most. Nothing in it may be about one child.';

/** Evidence as it is shown: a link, or a file with its id. */
export const selectEvidence = {
  id: true,
  title: true,
  url: true,
  fileName: true,
  fileType: true,
  fileBytes: true,
} as const;

/** Where a piece of evidence leads: the page of a link, or the file. @param base "/portsmouth" */
export const evidenceHref = ({ id, url }: { id: string; url: string }, base: string): string =>
  url === '' ? `${base}/evidence/${id}` : url;

/** "1.4 MB", "12 KB" */
export function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 0.95) return `${megabytes.toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** The name to keep: without folders, control characters or marks that turn the reading direction; the ending follows the type. */
export function safeName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\.[^.]{0,10}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const base = [...plain].slice(0, 100).join('') || 'evidence';
  return `${base}.${fileKinds[type].ending}`;
}

/** RFC 6266: always saved, never shown in the page; the exact name for browsers that know how, plain letters for the rest. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** "PDF, 1.4 MB" */
export function fileInWords({ fileType, fileBytes }: { fileType: string | null; fileBytes: number | null }): string {
  const kind = fileType !== null && isFileType(fileType) ? fileKinds[fileType].name : 'File';
  return `${kind}, ${sizeInWords(fileBytes ?? 0)}`;
}
