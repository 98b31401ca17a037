import { day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { type ReleaseContent, sourcesOf } from '#lib/releases/content.ts';
import { publicDocument } from '#lib/releases/page/document.ts';
import { figureMarkup } from '#lib/releases/page/figure.ts';
import { apiEdition, editionAddress, publicHome } from '#lib/releases/rules.ts';

/** The page of a release, made once from what the release holds and stored with it. */
export function releasePage(content: ReleaseContent): string {
  const { council, release, indicators } = content;
  const day = dateWords(release.releasedOn);
  const main = html`<h1>${release.title}</h1><p class="soft">Edition ${release.edition}, released ${day} by ${council.name}.</p>${paragraphs(release.text)}${contents(content)}${indicators.map(figureMarkup)}${ending(content)}`;
  const about = `${release.title}: ${indicators.map(({ title }) => title).join(', ')}. Released ${day}.`;
  return publicDocument({ title: release.title, about, council, main });
}

const dateWords = (iso: string) => formatDate(day(iso));

/** Blank lines part paragraphs. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part.trim()}</p>`);

function contents({ indicators }: ReleaseContent): Html {
  const links = indicators.map(
    ({ key, title, words }) => html`<li><a href="#${key}">${title}: ${words.value}</a></li>`,
  );
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>${links}</ul></nav>`;
}

function ending({ council, release, indicators }: ReleaseContent): Html {
  const data = apiEdition(council, release.slug, release.edition);
  const earlier = release.earlier.map(
    ({ edition, releasedOn }) =>
      html`<li><a href="${editionAddress(council, release.slug, edition)}">Edition ${edition}, released ${dateWords(releasedOn)}</a></li>`,
  );
  const sources = sourcesOf(indicators).map(({ attribution, licenceAddress }) =>
    licenceAddress
      ? html`<li>${attribution} <a class="source-address" href="${licenceAddress}">Read the licence</a></li>`
      : html`<li>${attribution}</li>`,
  );
  return html`<h2 id="data">The data behind this page</h2><p>Every number here, with its earlier periods and its other areas, as files that anybody may use.</p><ul class="links"><li><a href="${data}.csv">Data as CSV</a></li><li><a href="${data}">Data as JSON</a></li><li><a href="${publicHome(council)}/data">How to use the data</a></li></ul><h2 id="sources">Sources and licences</h2><ul>${sources}</ul><h2 id="editions">Editions</h2><p>This is edition ${release.edition}, released ${dateWords(release.releasedOn)}. It never changes: when a figure is corrected, a new edition says so. <a href="${publicHome(council)}#${release.slug}">See whether there is a newer edition</a>.</p>${earlier.length > 0 && html`<ul>${earlier}</ul>`}`;
}
