import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { isoDay } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { type EditField, fieldsOf, type Noun } from '#lib/strategies/editing/fields.ts';
import { rowOf, typedOf } from '#lib/strategies/editing/rules.ts';
import { addressOf, type Editing, readEditing, readVersion } from '#lib/strategies/editing/working.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { isAdopted } from '#lib/strategies/rules.ts';
import { directionWords } from '#lib/strategies/words.ts';

type Option = { value: string; label: string };

/** A field as a form shows it. */
export type FieldView = EditField & { value: string; options: Option[] };

const kinds = [
  { value: 'indicator', label: 'Counted for a promise or priority' },
  { value: 'success', label: 'Measure of success' },
];
const directions = Object.entries(directionWords).map(([value, label]) => ({ value, label }));
const none = { value: '', label: 'Nothing' };

/** What can be chosen in a field; a row cannot stand under itself. */
function optionsOf({ content, catalogue, others }: Editing, noun: Noun, field: EditField, name: string): Option[] {
  const commitments = content.commitments.map(({ ref, title }) => ({ value: ref, label: `${ref}: ${title}` }));
  const promises = content.promises.map(({ number, plainTitle }) => ({
    value: String(number),
    label: `${number}. ${plainTitle}`,
  }));
  const priorities = content.priorities.map(({ key, title }) => ({ value: key, label: title }));
  const measures = content.measures.map(({ ref, wording }) => ({ value: ref, label: `${ref}: ${wording}` }));
  const figures = catalogue.map(({ key, title }) => ({ value: key, label: title }));
  const rows: Record<Noun, Option[]> = {
    strategy: [],
    priority: priorities,
    commitment: commitments,
    promise: promises,
    measure: measures,
  };
  const named: Record<string, Option[]> = {
    parent: rows[noun].filter(({ value }) => value !== name),
    priority: priorities,
    promise: promises,
    commitments,
    indicators: figures,
    indicator: figures,
    kind: kinds,
    publishedDirection: directions,
    supersedes: others.map(({ key, title }) => ({ value: key, label: title })),
  };
  const options = named[field.name] ?? [];
  return field.kind === 'choice' && 'empty' in field ? [none, ...options] : options;
}

/** The form of a row that is there: its fields, its version, whether a reason is needed, and where it is read. */
export const getEditForm = query(async (viewer, db, key: string, noun: Noun, name: string) => {
  if (!can.editStrategy(viewer)) return forbidden();
  const editing = (await readEditing(db, key)) ?? notFound();
  const row = rowOf(editing.content, noun, name) ?? notFound();
  const found = (await readVersion(db, editing.id, noun, name)) ?? notFound();
  const typed = typedOf(noun, row);
  const next = await db.strategy.findFirst({
    where: { supersedesId: editing.id },
    select: {
      key: true,
      title: true,
      priorities: { select: { key: true, title: true }, orderBy: { publishedOrder: 'asc' } },
    },
  });
  const { adoptedOn, startsOn } = editing.content;
  return {
    strategy: { key: editing.key, title: editing.title },
    version: found.version,
    fields: fieldsOf[noun]
      .filter(({ isName }) => !isName)
      .map(
        (field): FieldView => ({
          ...field,
          value: typed[field.name] ?? '',
          options: optionsOf(editing, noun, field, name),
        }),
      ),
    needsReason: isAdopted(
      { adoptedOn: adoptedOn ? day(adoptedOn) : null, startsOn: day(startsOn) },
      day(isoDay(clock())),
    ),
    address: await addressOf(db, `/${viewer.council.slug}`, editing, noun, name),
    history: await readHistory(db, { [`${noun}Id`]: found.id }),
    next: noun === 'commitment' ? next : null,
  };
});

/** The form of a new row; what the address names is filled in. */
export const getAddForm = query(async (viewer, db, key: string, noun: Noun, preset: Record<string, string>) => {
  if (!can.editStrategy(viewer)) return forbidden();
  const editing = (await readEditing(db, key)) ?? notFound();
  const parent = preset.parent ? rowOf(editing.content, noun, preset.parent) : null;
  const inherited = parent ? typedOf(noun, parent) : {};
  const from = (name: string) =>
    (['priority', 'promise', 'kind'].includes(name) ? inherited[name] : '') || preset[name] || '';
  const numbers = noun === 'promise' ? editing.content.promises.map(({ number }) => number) : [];
  const fresh = noun === 'promise' ? String(Math.max(0, ...numbers) + 1) : '';
  return {
    strategy: { key: editing.key, title: editing.title },
    fields: fieldsOf[noun].map(
      (field): FieldView => ({
        ...field,
        value: from(field.name) || (field.name === 'number' ? fresh : ''),
        options: optionsOf(editing, noun, field, ''),
      }),
    ),
  };
});

/** What the start of the next strategy asks: the commitments that could be carried over. */
export const getStartForm = query(async (viewer, db, key: string) => {
  if (!can.editStrategy(viewer)) return forbidden();
  const { content } = (await readEditing(db, key)) ?? notFound();
  return {
    title: content.title,
    endsOn: content.endsOn,
    priorities: content.priorities.map((priority) => ({
      title: priority.title,
      commitments: content.commitments
        .filter((row) => row.priority === priority.key)
        .map(({ ref, title }) => ({ value: ref, label: `${ref}: ${title}` })),
    })),
  };
});
