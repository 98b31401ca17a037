import type { Metadata } from 'next';
import { measureFields, mostParts, pickFields } from '#components/imports/figure-fields.ts';
import { columnWords, ruleWords, targetWords } from '#components/imports/rule-words.ts';
import { KnownForm, PreviewForm, UnmapForm } from '#components/imports/small-forms.tsx';
import { fileWords } from '#components/imports/words.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Select } from '#components/ui/choices.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { mapFigure } from '#lib/imports/mutations.ts';
import { getMapping } from '#lib/imports/queries.ts';

export const metadata: Metadata = { title: 'What the columns mean' };

type Props = { params: Promise<{ council: string; id: string }> };

/** Which rows and columns of a file are which figure; said once, and the next file of the kind follows. */
export default async function MapPage({ params }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const view = await getMapping(viewer, id);
  const base = `/${viewer.council.slug}`;
  const back = `${base}/indicators/import/${id}`;
  const crumbs = [
    { href: `${base}/indicators/import`, label: 'Files of figures' },
    { href: back, label: fileWords(view.fileName) },
  ];
  if (!view.facts) {
    return (
      <>
        <PageHeading title="What the columns mean" crumbs={crumbs} />
        <Empty title="This file is not waiting for you">
          <p>It is being read or saved, or it is done with.</p>
          <p className="actions">
            <ButtonLink href={back}>See where it stands</ButtonLink>
          </p>
        </Empty>
      </>
    );
  }
  const { facts, rules, targets, known, knownTargets, indicators } = view;
  const hidden = { council: viewer.council.slug, idempotencyKey: crypto.randomUUID(), import: id };
  const figures = indicators.map(({ key, title }) => ({ value: key, label: title }));
  const tables = indicators.flatMap(({ key, title, breakdowns }) => [
    ...breakdowns.map((one) => ({ value: `${key} ${one.key}`, label: `${title}: ${one.title}` })),
    { value: `${key} `, label: `${title}: a new table` },
  ]);
  const filters = facts.filters
    .filter(({ items }) => items.length > 1 && items.length <= mostParts)
    .map(({ column }) => ({ value: column, label: columnWords(facts, column) }));
  return (
    <>
      <PageHeading
        title="What the columns mean"
        lead="Say which rows and columns are which figure. The next file of this kind is read the same way."
        crumbs={crumbs}
      />
      <h2>So far</h2>
      {rules.length === 0 ? (
        <p>Nothing of this file is a figure yet.</p>
      ) : (
        <Table
          caption="Figures that this file brings"
          hideCaption
          stack
          columns={[{ label: 'Figure' }, { label: 'Where it stands in the file' }, { label: 'Change', bare: true }]}
          rows={rules.map((rule, at) => {
            const title = targets[at] ? targetWords(targets[at]) : rule.indicator;
            return {
              key: rule.id,
              cells: [
                title,
                <Markup key="words" html={ruleWords(rule, facts)} />,
                <UnmapForm key="form" hidden={hidden} rule={rule.id} title={title} />,
              ],
            };
          })}
        />
      )}
      {rules.length > 0 && <PreviewForm hidden={hidden} />}
      {known.length > 0 && (
        <section>
          <h2>What this file is known to hold</h2>
          <p>The Department’s files of this kind hold {count(known.length, 'figure')} that you follow:</p>
          <ul>
            {knownTargets.map((target) => (
              <li key={target.key}>{target.title}</li>
            ))}
          </ul>
          <KnownForm hidden={hidden} count={known.length} />
        </section>
      )}
      <section>
        <h2>Add a figure</h2>
        <FieldsForm
          key={rules.length}
          action={mapFigure}
          hidden={hidden}
          submit="Add this figure"
          fields={[
            {
              name: 'indicator',
              label: 'Figure',
              value: '',
              kind: 'choice',
              options: [{ value: '', label: 'Choose a figure' }, ...figures],
            },
            ...pickFields(facts),
            ...measureFields(facts),
          ]}
        />
      </section>
      {filters.length > 0 && (
        <section>
          <h2>Add a table of parts</h2>
          <p>For a figure by age, by ethnic group and the like: each item of a filter is a part.</p>
          <form className="form" method="get" action={`${back}/map/breakdown`}>
            <Select name="of" label="Of which figure" options={tables} />
            <Select name="rows" label="Its rows are the items of" options={filters} />
            <Select
              name="columns"
              label="Its columns are the items of"
              options={[{ value: '', label: 'No columns: one row for each item' }, ...filters]}
            />
            <p className="actions">
              <Button look="secondary">Choose its parts</Button>
            </p>
          </form>
        </section>
      )}
    </>
  );
}
