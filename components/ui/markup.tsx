import type { Html } from '#lib/html.ts';

/** Ready-made markup as one element. Only Html goes in, and only html`…` makes Html. */
export function Markup({
  html,
  as: Element = 'div',
  className,
}: {
  html: Html;
  as?: 'div' | 'section' | 'span' | 'ul' | 'ol' | 'article' | 'header' | 'footer';
  className?: string;
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Html escaped every word when it was built
  return <Element className={className} dangerouslySetInnerHTML={{ __html: oneByte(html) }} />;
}

const written = new WeakMap<Html, string>();

/**
 * The markup in characters of one byte, the others as entities: a single curly quote makes a text of two bytes
 * a character, and everything that React does with it afterwards slower. It reads the same.
 */
function oneByte(html: Html): string {
  const known = written.get(html);
  if (known !== undefined) return known;
  const entities = html.toString().replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0)};`);
  const made = Buffer.from(entities, 'latin1').toString('latin1');
  written.set(html, made);
  return made;
}
