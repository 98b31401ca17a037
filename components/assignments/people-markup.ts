import { tableMarkup } from '#components/ui/table-markup.ts';
import type { PersonCounts } from '#lib/assignments/people.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

/** Everybody with what is in their hands. @param base "/portsmouth" */
export function peopleMarkup(people: readonly PersonCounts[], base: string, total: number): Html {
  return tableMarkup({
    caption: 'People',
    hideCaption: true,
    columns: [
      { label: 'Person' },
      { label: `Leads, of ${total}` },
      { label: 'Stands in for' },
      { label: 'Actions to do' },
      { label: 'Overdue' },
    ],
    rows: people.map((person) => [
      html`<a href="${base}/people/${person.id}">${person.name}</a>${
        person.organisation &&
        html` <span class="soft">${person.organisation}${
          person.leftOn && `, last day ${formatDate(person.leftOn)}`
        }</span>`
      }`,
      person.leads || 'None',
      person.deputises || 'None',
      person.actions
        ? html`<a href="${base}/actions?owner=${person.id}&status=open">${person.actions}<span class="hidden-words"> of ${person.name}</span></a>`
        : 'None',
      person.overdue
        ? html`<a href="${base}/actions?owner=${person.id}&due=overdue">${person.overdue}<span class="hidden-words"> overdue of ${person.name}</span></a>`
        : 'None',
    ]),
  });
}

type Commitment = { ref: string; slug: string; title: string };

/** Commitments that nobody leads, each with where to change that. */
export const withoutLeadMarkup = (commitments: readonly Commitment[], base: string, mayAssign: boolean): Html =>
  html`<ul>${commitments.map(
    ({ ref, slug, title }) =>
      html`<li><a href="${base}/commitments/${slug}${mayAssign && '/leads'}">${ref}: ${title}</a></li>`,
  )}</ul>`;
