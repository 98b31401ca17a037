import { inflateRawSync } from 'node:zlib';

/** The files of a Word document: enough of ZIP to read what was written, names to their text. */
export function unzip(file: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameSize ?? 0));
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    files.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
  }
  return files;
}

const tag = /^<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>/;
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** What is wrong with a text as XML; null when nothing is: tags nest, values are quoted, no stray character. */
export function xmlFault(xml: string): string | null {
  const character = forbidden.exec(xml);
  if (character) return `forbidden character at ${character.index}`;
  const open: string[] = [];
  let rest = xml.replace(/^\ufeff?<\?xml[^?]*\?>\s*/, '');
  while (rest !== '') {
    const text = /^[^<]+/.exec(rest)?.[0] ?? '';
    if (strayAmpersand.test(text) || text.includes(']]>')) return `stray character in ${text.slice(0, 80)}`;
    rest = rest.slice(text.length);
    if (rest === '') break;
    const [whole, closing, name = '', attributes = '', empty] = tag.exec(rest) ?? [];
    if (whole === undefined || strayAmpersand.test(attributes)) return `not a tag: ${rest.slice(0, 80)}`;
    if (closing) {
      if (open.pop() !== name) return `${name} closes what it did not open`;
    } else if (!empty) open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? null : `${open.at(-1)} is not closed`;
}
