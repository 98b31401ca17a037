import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { measureFields, partFields, pickFields } from '#components/imports/figure-fields.ts';
import { columnWords } from '#components/imports/rule-words.ts';
import { fileWords } from '#components/imports/words.ts';
import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { mapBreakdown } from '#lib/imports/mutations.ts';
import { getMapping } from '#lib/imports/queries.ts';

export const metadata: Metadata = { title: 'A table of parts' };

type Asked = { of?: string | string[]; rows?: string | string[]; columns?: string | string[] };
type Props = { params: Promise<{ council: string; id: string }>; searchParams: Promise<Asked> };

/** Which items of one filter, or of two, are the parts of a breakdown. */
export default async function MapBreakdownPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const view = await getMapping(viewer, id);
  const base = `/${viewer.council.slug}/indicators/import`;
  if (!view.facts) redirect(`${base}/${id}/map`);
  const { facts } = view;
  const asked = await searchParams;
  const [indicatorKey = '', key = ''] = String(asked.of ?? '').split(' ');
  const indicator = view.indicators.find((one) => one.key === indicatorKey);
  const breakdown = indicator?.breakdowns.find((one) => one.key === key);
  const rowFilter = facts.filters.find(({ column }) => column === asked.rows);
  const columnFilter = facts.filters.find(({ column }) => column === asked.columns && column !== asked.rows);
  if (!indicator || !rowFilter || (key !== '' && !breakdown)) return notFound();
  const title = `${indicator.title}: ${breakdown?.title ?? 'a new table'}`;
  return (
    <>
      <PageHeading
        title="A table of parts"
        lead={title}
        crumbs={[
          { href: base, label: 'Files of figures' },
          { href: `${base}/${id}`, label: fileWords(view.fileName) },
          { href: `${base}/${id}/map`, label: 'What the columns mean' },
        ]}
      />
      <FieldsForm
        action={mapBreakdown}
        hidden={{
          council: viewer.council.slug,
          idempotencyKey: crypto.randomUUID(),
          import: id,
          indicator: indicator.key,
          breakdown: breakdown?.key ?? '',
          rowFilter: rowFilter.column,
          columnFilter: columnFilter?.column ?? '',
        }}
        submit="Add this table"
        fields={[
          ...(breakdown ? [] : newFields(rowFilter.label, columnFilter?.label)),
          ...partFields('row', rowFilter.items, breakdown?.rows, `Rows: ${columnWords(facts, rowFilter.column)}`),
          ...(columnFilter
            ? partFields(
                'column',
                columnFilter.items,
                breakdown?.columns,
                `Columns: ${columnWords(facts, columnFilter.column)}`,
              )
            : []),
          ...[...pickFields(facts, [rowFilter.column, columnFilter?.column ?? '']), ...measureFields(facts)].map(
            (field, at) => (at === 0 ? { ...field, group: 'Where the numbers stand' } : field),
          ),
        ]}
      />
    </>
  );
}

const newFields = (rows: string, columns: string | undefined): SettingField[] => [
  { name: 'title', label: 'Title of the table', hint: 'Such as By age.', value: `By ${rows.toLowerCase()}` },
  { name: 'rowTitle', label: 'What the rows are', value: rows },
  ...(columns === undefined ? [] : [{ name: 'columnTitle', label: 'What the columns are', value: columns }]),
  {
    name: 'isWhole',
    label: 'Is every child in exactly one part?',
    hint: 'If so, the parts add up, and a hidden part is protected by hiding another one.',
    value: 'yes',
    kind: 'choice',
    options: [
      { value: 'yes', label: 'Yes, the parts add up to the whole' },
      { value: 'no', label: 'No' },
    ],
  },
];
