import type { SettingPart } from '#components/indicators/settings/part.ts';
import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { markOf } from '#lib/councils/marks.ts';
import { saveBreakdown } from '#lib/indicators/breakdowns/mutations.ts';
import { tableFields } from '#lib/indicators/breakdowns/reading.ts';

const none = { title: '', rowTitle: '', rows: '', columnTitle: '', columns: '', isWhole: '' };

const fieldsOf = (values: typeof none): SettingField[] => [
  { name: 'title', label: 'Title', hint: 'Such as: By age and sex.', value: values.title },
  { name: 'rowTitle', label: 'What the rows are', hint: 'Such as: Age.', value: values.rowTitle },
  {
    name: 'rows',
    label: 'The rows',
    hint: 'Each on a line of its own, in the order in which they are read. Leave totals out.',
    kind: 'lines',
    value: values.rows,
  },
  {
    name: 'columnTitle',
    label: 'What the columns are (optional)',
    hint: 'Only for a table by two characteristics. Such as: Sex.',
    value: values.columnTitle,
  },
  {
    name: 'columns',
    label: 'The columns (optional)',
    hint: 'Each on a line of its own.',
    kind: 'lines',
    value: values.columns,
  },
  {
    name: 'isWhole',
    label: 'Do the parts make up the whole?',
    kind: 'ticks',
    options: [{ value: 'yes', label: 'Yes: every child is in exactly one row and one column' }],
    value: values.isWhole,
  },
];

/** The tables of a figure by a characteristic or two, and the form for one more. */
export function BreakdownSettings({ viewer, indicator, mark, defined: { breakdowns } }: SettingPart) {
  return (
    <>
      <h2>Breakdowns</h2>
      {breakdowns.length === 0 && (
        <p>None yet. An average hides groups; a breakdown shows them, with small numbers kept safe.</p>
      )}
      {breakdowns.map((breakdown) => {
        const fields = tableFields(breakdown);
        return (
          <Details key={`${breakdown.id} ${mark}`} summary={breakdown.title}>
            <p>
              <a href={`/${viewer.council.slug}/indicators/${indicator}/values/${breakdown.key}`}>Fill in this table</a>
            </p>
            <FieldsForm
              action={saveBreakdown}
              hidden={{ ...carried(viewer, markOf(fields)), indicator, breakdown: breakdown.id }}
              submit={`Save ${breakdown.title}`}
              prefix={`${breakdown.id}-`}
              look="secondary"
              fields={fieldsOf(fields)}
            />
          </Details>
        );
      })}
      <Details summary="Add a breakdown">
        <FieldsForm
          key={`breakdown ${mark}`}
          action={saveBreakdown}
          hidden={{ ...carried(viewer), indicator, breakdown: '' }}
          submit="Add the breakdown"
          prefix="breakdown-"
          fields={fieldsOf(none)}
        />
      </Details>
    </>
  );
}
