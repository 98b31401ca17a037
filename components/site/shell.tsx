import { type HeaderWords, headerMarkup } from '#components/site/header-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { html } from '#lib/html.ts';

/** What stands around every page. Links are plain: a page is small, and a full load always works. */
export function Shell({
  isDemo,
  footerLinks = [],
  children,
  ...words
}: HeaderWords & {
  isDemo?: boolean;
  footerLinks?: readonly { href: string; label: string }[];
  children: React.ReactNode;
}) {
  const links = footerLinks.map(({ href, label }) => html`<a href="${href}">${label}</a>`);
  const footer = html`<div class="wrap">${isDemo && html`<p class="tag">Demonstration content</p>`}${links}</div>`;
  return (
    <>
      <Markup as="header" html={headerMarkup(words)} />
      <main id="main" className="wrap site-main" tabIndex={-1}>
        {children}
      </main>
      <Markup as="footer" className="site-footer" html={footer} />
    </>
  );
}
