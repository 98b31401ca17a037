import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { PublicCouncil } from '#lib/releases/content.ts';
import { publicDocument } from '#lib/releases/page/document.ts';
import { apiHome, editionAddress, setAddress } from '#lib/releases/rules.ts';

/** An edition as a list shows it. */
export type Edition = {
  slug: string;
  edition: number;
  title: string;
  releasedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string;
};

/** Everything that a council has released, the set with the newest edition first. */
export function listPage(council: PublicCouncil, editions: readonly Edition[]): string {
  const newestFirst = editions.toSorted((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime());
  const sets = [...new Set(newestFirst.map(({ slug }) => slug))].map((slug) =>
    newestFirst.filter((one) => one.slug === slug),
  );
  const main = html`<h1>Published figures</h1><p class="lead">What ${council.name} has released about how it keeps its promises to the children and young people it cares for.</p>${sets.length === 0 && html`<p>Nothing has been released yet.</p>`}${sets.map((set) => setMarkup(council, set))}<h2 id="use">Use the data</h2><p>All of it can be downloaded and read by programs. <a href="${apiHome(council)}">Begin with the list of what there is</a>, or <a href="${setAddress(council, 'data')}">read how it works</a>.</p>`;
  const about = `Figures that ${council.name} has released about the children it cares for.`;
  return publicDocument({ title: 'Published figures', about, council, main });
}

function setMarkup(council: PublicCouncil, set: readonly Edition[]): Html {
  const [newest, ...earlier] = set.toSorted((a, b) => b.edition - a.edition);
  if (!newest) return html``;
  const rest = earlier.map(
    (one) =>
      html`<li><a href="${editionAddress(council, one.slug, one.edition)}">Edition ${one.edition}: ${one.title}</a>, ${said(one)}</li>`,
  );
  return html`<h2 id="${newest.slug}"><a href="${setAddress(council, newest.slug)}">${newest.title}</a></h2><p>Edition ${newest.edition}, ${said(newest)}.</p>${rest.length > 0 && html`<h3>Earlier editions<span class="hidden-words">: ${newest.title}</span></h3><ul>${rest}</ul>`}`;
}

const said = ({ releasedAt, withdrawnAt }: Edition) =>
  `released ${formatDate(releasedAt)}${withdrawnAt ? `, withdrawn ${formatDate(withdrawnAt)}` : ''}`;
