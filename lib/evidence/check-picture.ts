type Picture = { type: 'image/png' | 'image/jpeg' } | { problem: string };

const damaged = { problem: 'This picture is damaged. Save it again and attach the new one.' };
const hidesSomething = {
  problem: 'Something else is hidden behind this picture. Save the picture again and attach the new one.',
};
const hasPlace = {
  problem: 'This picture says where it was taken. Take the location out first: a screenshot of the picture has none.',
};

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** A PNG, chunk by chunk to its end: nothing may follow it, and it may not say where it was taken. */
export function checkPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const [length, name] = [view.getUint32(at), ascii(bytes, at + 4, 4)];
    if (name === 'eXIf' && saysWhere(bytes.subarray(at + 8, at + 8 + length))) return hasPlace;
    at += 12 + length;
    if (name === 'IEND') return at === bytes.length ? { type: 'image/png' } : hidesSomething;
  }
  return damaged;
}

/** A JPEG, segment by segment to its picture; telephones add a second small picture behind it, never an archive. */
export function checkJpeg(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return damaged;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) break;
    const length = view.getUint16(at + 2);
    const isExif = marker === 0xe1 && ascii(bytes, at + 4, 4) === 'Exif';
    if (isExif && saysWhere(bytes.subarray(at + 10, at + 2 + length))) return hasPlace;
    at += 2 + length;
  }
  if (at + 4 > bytes.length) return damaged;
  return { type: 'image/jpeg' };
}

/** Whether EXIF data points to a block with a place (tag 0x8825, CIPA DC-008). */
function saysWhere(exif: Uint8Array): boolean {
  if (exif.length < 14) return false;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const little = ascii(exif, 0, 2) === 'II';
  const first = view.getUint32(4, little);
  if (first + 2 > exif.length) return false;
  const entries = view.getUint16(first, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 2 > exif.length) return false;
    if (view.getUint16(at, little) === 0x8825) return true;
  }
  return false;
}
