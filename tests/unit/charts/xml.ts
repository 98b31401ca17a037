type Element = { name: string; attributes: Record<string, string>; text: string };

const tag = /^<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const attribute = /([\w:-]+)="([^"<]*)"/g;
const character =
  /^(?:[\t\n\r\u0020-\u0025\u0027-\u003b\u003d-\ud7ff\ue000-\ufffd]|[\u{10000}-\u{10ffff}]|&(?:amp|lt|gt|quot|#39);)$/u;
const piece = /&(?:amp|lt|gt|quot|#39);|[\s\S]/gu;

function checkCharacters(text: string): void {
  for (const [one] of text.matchAll(piece)) {
    if (!character.test(one)) throw new Error(`not a character of XML: ${JSON.stringify(one)}`);
  }
}

/** Reads the XML that charts are made of and throws where it is not well formed. Returns every element. */
export function readXml(xml: string): Element[] {
  const open: Element[] = [];
  const all: Element[] = [];
  let rest = xml;
  while (rest !== '') {
    if (!rest.startsWith('<')) {
      const end = rest.includes('<') ? rest.indexOf('<') : rest.length;
      const element = open.at(-1);
      if (!element) throw new Error('text outside the root');
      checkCharacters(rest.slice(0, end));
      element.text += rest.slice(0, end);
      rest = rest.slice(end);
      continue;
    }
    const [whole = '', slash, name = '', attributes = '', closed] = tag.exec(rest) ?? [];
    if (whole === '') throw new Error(`not a tag: ${rest.slice(0, 40)}`);
    rest = rest.slice(whole.length);
    if (slash) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    if (open.length === 0 && all.length > 0) throw new Error('two roots');
    checkCharacters(attributes);
    const pairs = [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, value] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute twice: ${whole}`);
    const element = { name, attributes: Object.fromEntries(pairs), text: '' };
    all.push(element);
    if (!closed) open.push(element);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return all;
}
