import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { periodTick } from '#lib/indicators/periods/rules.ts';
import { storedWords } from '#lib/indicators/values/rules.ts';
import type { getValuesUpload } from '#lib/indicators/workbook/queries.ts';

type Row = Awaited<ReturnType<typeof getValuesUpload>>['changes'][number];

const kinds = { new: 'New', changed: 'Changed', same: 'As recorded' };

/** What each row of a workbook would do: new, or the old value and the new one. */
export const uploadTable = (rows: readonly Row[]): Html =>
  tableMarkup({
    caption: `${rows.length} rows of the workbook`,
    hideCaption: true,
    columns: [
      { label: 'Row', keep: true },
      { label: 'Figure' },
      { label: 'Period', keep: true },
      { label: 'What happens', keep: true },
      { label: 'Value' },
    ],
    rows: rows.map((row) => [
      row.row,
      html`${row.title}<span class="soft">${row.area}</span>`,
      periodTick(row.periodType, row.period),
      kinds[row.kind],
      row.kind === 'changed' && row.before
        ? html`<del><span class="hidden-words">Before: </span>${storedWords(row.before, row.unit)}</del><br><ins><span class="hidden-words">After: </span>${storedWords(row.stored, row.unit)}</ins>`
        : storedWords(row.stored, row.unit),
    ]),
  });
