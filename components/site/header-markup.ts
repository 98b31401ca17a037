import { type Html, html } from '#lib/html.ts';

type NavItem = { href: string; label: string; current?: boolean; count?: number };

export type HeaderWords = {
  /** Where the name of the product leads. */
  home: string;
  council?: string;
  nav: readonly NavItem[];
  /** Who is signed in, by the words the screen has for them; nobody when left out. */
  signedInAs?: string;
  /** Where their messages are, and how many they have not read. */
  messages?: { href: string; unread: number };
};

/** Every place of the product in one row that wraps: nothing to open, nothing that needs a script. */
function navMarkup(items: readonly NavItem[]): Html {
  const links = items.map(({ href, label, current, count }) => {
    const opening = current ? html`<a href="${href}" aria-current="true">` : html`<a href="${href}">`;
    return html`<li>${opening}${label}${count ? html`<span class="site-count">${count}</span>` : null}</a></li>`;
  });
  return html`<nav class="site-nav" aria-label="Main"><ul class="wrap">${links}</ul></nav>`;
}

/** The mark: a P whose bowl is a promise coming round to whole. */
const mark = html`<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="4.5" aria-hidden="true"><path d="M7 30V13a9 9 0 1 1 9 9h-2" stroke-linecap="round" stroke-linejoin="round"></path><path d="m12.5 13.2 2.6 2.6 4.6-5" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"></path></svg>`;

const messagesLink = ({ href, unread }: { href: string; unread: number }) =>
  html`<a href="${href}">Messages${unread > 0 && html`<span class="site-count">${unread}<span class="hidden-words"> not read</span></span>`}</a>`;

/** Signing out is a form, not a link: nothing that only looks at a page may sign somebody out. */
const accountMarkup = (name: string, messages: HeaderWords['messages']) =>
  html`<div class="site-account"><span>${name}</span>${messages && messagesLink(messages)}<form method="post" action="/api/auth/sign-out"><button type="submit" class="button-link">Sign out</button></form></div>`;

/** What stands above every page, as one string: a page costs by its elements, and these are on all of them. */
export const headerMarkup = ({ home, council, nav, signedInAs, messages }: HeaderWords): Html =>
  html`<a class="skip" href="#main">Skip to main content</a><div class="site-bar"><div class="wrap"><a class="site-name" href="${home}">${mark}<b>Pledgeboard</b>${council && html`<span>${council}</span>`}</a>${signedInAs && accountMarkup(signedInAs, messages)}</div></div>${nav.length > 0 && navMarkup(nav)}`;
