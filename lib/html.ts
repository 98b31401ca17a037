/**
 * Markup that is safe by construction: long tables and charts are built as one string, because React
 * costs more than the database on such pages, and every word that goes in is escaped on the way.
 */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }

  /** Only the template below may call this: it is the one place where a string becomes markup. */
  static fromTemplate(strings: TemplateStringsArray, values: readonly Part[]): Html {
    let markup = strings[0] ?? '';
    values.forEach((value, i) => {
      markup += render(value) + (strings[i + 1] ?? '');
    });
    return new Html(markup);
  }
}

/** What may stand in a template: words are escaped, markup is kept, lists are joined, the empty values vanish. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters and half surrogate pairs are dropped: neither XML nor a reader can use them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The text as it must stand in markup, inside an element or a quoted attribute. */
function escapeText(text: string): string {
  return text.replace(special, (character) => escapes[character] ?? '');
}

function render(value: Part): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(render).join('');
  return '';
}

const checked = new WeakSet<TemplateStringsArray>();

/** A value where escaping cannot help (an unquoted attribute, a tag's name, a comment, a script) is a bug: say so. */
function check(strings: TemplateStringsArray): void {
  if (checked.has(strings)) return;
  let before = '';
  for (const string of strings.slice(0, -1)) {
    before += string;
    if (isCode(before) || !(isText(before) || isQuotedAttribute(before))) {
      throw new Error(`html: a value may stand only in text or in a quoted attribute, not after ${before.slice(-30)}`);
    }
  }
  checked.add(strings);
}

const isCode = (before: string) => /<(script|style)\b[^<]*$/i.test(before);

const isText = (before: string) => before.lastIndexOf('<') <= before.lastIndexOf('>');

const isQuotedAttribute = (before: string) =>
  /^<[a-z][\w-]*(\s+[\w:-]+(="[^"]*")?)*\s+[\w:-]+="[^"]*$/.test(before.slice(before.lastIndexOf('<')));

/** html`<b>${name}</b>`: the name is escaped, whatever it holds. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  check(strings);
  return Html.fromTemplate(strings, values);
}
