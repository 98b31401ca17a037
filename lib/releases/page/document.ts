import { type Html, html } from '#lib/html.ts';
import type { PublicCouncil } from '#lib/releases/content.ts';
import { pageStyle } from '#lib/releases/page/style.ts';
import { publicHome } from '#lib/releases/rules.ts';

type PageCouncil = Pick<PublicCouncil, 'slug' | 'name' | 'colour' | 'demo'>;

/**
 * A whole public page: one document that needs nothing else, with no script at all. What is given is escaped by
 * html``; the stylesheet is ours and stands outside it.
 * @param page.title stands in the tab before the council's name
 * @param page.about one sentence for search results
 */
export function publicDocument(page: { title: string; about: string; council: PageCouncil; main: Html }): string {
  const { title, about, council, main } = page;
  const home = publicHome(council);
  const head = html`<meta charset="utf-8"><title>${title} – ${council.name}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="description" content="${about}">`;
  const body = html`<a class="skip" href="#main">Skip to main content</a><header class="bar"><div class="wrap"><a href="${home}">${council.name}</a></div></header><main id="main" class="wrap" tabindex="-1">${council.demo && demoNote}${main}</main><footer><div class="wrap"><ul class="links"><li><a href="${home}">Everything that is published</a></li><li><a href="${home}/data">Use the data</a></li><li><a href="${home}/accessibility">Accessibility statement</a></li></ul><p>Published by ${council.name} with Pledgeboard. This page sets no cookie and runs no script.</p></div></footer>`;
  return `<!doctype html>\n<html lang="en-GB"><head>${head.toString()}<style>${pageStyle(council.colour)}</style></head><body>${body.toString()}</body></html>\n`;
}

const demoNote = html`<div class="note"><p><b>Demonstration.</b> The council did not publish this page. Figures of the Department for Education are real; what is said about them here is an example.</p></div>`;
