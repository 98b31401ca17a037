import { type ActionFilter, addressOf, type View, views } from '#lib/actions/filter.ts';
import { type Html, html } from '#lib/html.ts';

const labels: Record<View, string> = { list: 'List', board: 'Board', timeline: 'Timeline' };

/** The three ways to look at the same actions, as links that keep the filter. */
export function viewLinks(filter: ActionFilter, current: View): Html {
  const links = views.map((view) => {
    const href = addressOf(filter, view === 'list' ? {} : { view });
    return view === current
      ? html`<li><a href="${href}" aria-current="page">${labels[view]}</a></li>`
      : html`<li><a href="${href}">${labels[view]}</a></li>`;
  });
  return html`<ul class="views">${links}</ul>`;
}

/** Before and after, with where this page stands; empty where one page holds all. */
export function pageLinks(filter: ActionFilter, page: number, pages: number): Html | null {
  if (pages < 2) return null;
  const link = (to: number, label: string) => html`<a href="${addressOf(filter, { page: String(to) })}">${label}</a>`;
  return html`<nav class="pages" aria-label="Pages of the list">${page > 1 && link(page - 1, '← Before')}<span>Page ${page} of ${pages}</span>${page < pages && link(page + 1, 'Next →')}</nav>`;
}
