import { tableMarkup } from '#components/ui/table-markup.ts';
import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { Change, FieldChange } from '#lib/workbook/diff.ts';

/** What would be made, changed and taken out, a table for each sheet. */
export function changesMarkup(changes: readonly Change[]): Html {
  const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
  return html`${sheets.map((sheet) => {
    const own = changes.filter((change) => change.sheet === sheet);
    const table = tableMarkup({
      caption: `${sheet}: ${count(own.length, 'row')}`,
      hideCaption: true,
      columns: [{ label: 'Row', keep: true }, { label: 'What happens', keep: true }, { label: 'What it says' }],
      rows: own.map((change) => [html`<span dir="auto">${change.name}</span>`, kinds[change.kind], said(change)]),
    });
    return html`<section><h2>${sheet}</h2>${table}</section>`;
  })}`;
}

const kinds = { made: 'Made', changed: 'Changed', removed: 'Taken out' };

const said = ({ title, fields }: Change): Html =>
  fields.length === 0 ? html`<span dir="auto">${title}</span>` : html`${fields.map(fieldMarkup)}`;

const fieldMarkup = ({ header, before, after, isAdopted }: FieldChange): Html =>
  html`<p><b>${header}</b>${isAdopted && ' (adopted wording)'}<br><del dir="auto"><span class="hidden-words">Before: </span>${before || '(empty)'}</del><br><ins dir="auto"><span class="hidden-words">After: </span>${after || '(empty)'}</ins></p>`;
