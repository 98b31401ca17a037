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
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html.toString() }} />;
}
