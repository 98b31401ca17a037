import { formatDate } from '#lib/format.ts';
import { html } from '#lib/html.ts';
import type { PublicCouncil } from '#lib/releases/content.ts';
import { publicDocument } from '#lib/releases/page/document.ts';
import type { Edition } from '#lib/releases/page/list.ts';
import { paragraphs } from '#lib/releases/page/release.ts';
import { editionAddress, publicHome } from '#lib/releases/rules.ts';

/** What stands in place of an edition that was withdrawn: when, why, and what of the set is still there. */
export function gonePage(council: PublicCouncil, gone: Edition, set: readonly Edition[]): string {
  const standing = set.filter(({ edition, withdrawnAt }) => edition !== gone.edition && !withdrawnAt);
  const links = standing.map(
    ({ slug, edition, title, releasedAt }) =>
      html`<li><a href="${editionAddress(council, slug, edition)}">${title}, edition ${edition}</a>, released ${formatDate(releasedAt)}</li>`,
  );
  const main = html`<h1>This page was withdrawn</h1><p class="lead">${council.name} withdrew “${gone.title}”, edition ${gone.edition}, on ${formatDate(gone.withdrawnAt ?? gone.releasedAt)}.</p><h2>Why</h2>${paragraphs(gone.withdrawnReason)}${links.length > 0 && html`<h2>Other editions</h2><ul>${links}</ul>`}<p><a href="${publicHome(council)}">See everything that is published</a></p>`;
  return publicDocument({ title: 'Withdrawn', about: `${gone.title} was withdrawn.`, council, main });
}

/** Nothing of this name was ever released. */
export function missingPage(council: PublicCouncil): string {
  const main = html`<h1>Page not found</h1><p>Nothing that ${council.name} has released has this address.</p><p><a href="${publicHome(council)}">See everything that is published</a></p>`;
  return publicDocument({ title: 'Page not found', about: 'There is no such page.', council, main });
}
