import { type StrategyContent, strategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { type EditField, fieldsOf, type Noun } from '#lib/strategies/editing/fields.ts';
import { cleanText } from '#lib/typed.ts';

/** Editing a row is editing the content that holds it: the same rules and the same writer as for a whole strategy. */

export type Typed = Record<string, unknown>;
type Row = Record<string, unknown>;
type Catalogue = StrategyContent['indicators'];

const listOf = { priority: 'priorities', commitment: 'commitments', promise: 'promises', measure: 'measures' } as const;
const nameOf = { priority: 'key', commitment: 'ref', promise: 'number', measure: 'ref' } as const;

/** The row of this name; null when there is none. The strategy is its own one row. */
export function rowOf(content: StrategyContent, noun: Noun, name: string): Row | null {
  if (noun === 'strategy') return content;
  const rows: readonly Row[] = content[listOf[noun]];
  return rows.find((row) => String(row[nameOf[noun]]) === name) ?? null;
}

/** A row as the boxes of a form hold it. */
export const typedOf = (noun: Noun, row: Row): Record<string, string> =>
  Object.fromEntries(
    fieldsOf[noun].map(({ name, kind }) => {
      const value = row[name];
      if (Array.isArray(value)) return [name, value.join(kind === 'lines' ? '\n' : ',')];
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''];
    }),
  );

const textOf = (value: unknown) => (typeof value === 'string' ? cleanText(value) : '');

function enteredValue(noun: Noun, field: EditField, typed: Typed): unknown {
  const text = textOf(typed[field.name]);
  if (field.kind === 'many') return [typed[field.name] ?? []].flat().map(textOf).filter(Boolean);
  if (field.kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (text === '' && 'empty' in field) return null;
  const isNumber =
    field.kind === 'number' || field.name === 'promise' || (noun === 'promise' && field.name === 'parent');
  return isNumber && text !== '' ? Number(text) : text;
}

/** The content with this row as it was typed; names are set once and then stay. */
export function changed(content: StrategyContent, noun: Noun, name: string, typed: Typed, catalogue: Catalogue) {
  const fields = fieldsOf[noun].filter(({ isName }) => !isName);
  const values = Object.fromEntries(fields.map((field) => [field.name, enteredValue(noun, field, typed)]));
  if (noun === 'strategy') return withIndicators({ ...content, ...values }, catalogue);
  const rows = content[listOf[noun]].map((row) =>
    String((row as Row)[nameOf[noun]]) === name ? withPlaces(content, noun, { ...row, ...values }) : row,
  );
  return withIndicators({ ...content, [listOf[noun]]: rows }, catalogue);
}

/** The content with a new row at its end. @returns with it the new row's name */
export function added(content: StrategyContent, noun: Exclude<Noun, 'strategy'>, typed: Typed, catalogue: Catalogue) {
  const row: Row = Object.fromEntries(fieldsOf[noun].map((field) => [field.name, enteredValue(noun, field, typed)]));
  if (noun === 'commitment') Object.assign(row, { ref: newRef(content, row), carriedFrom: null });
  const rows = [...content[listOf[noun]], withPlaces(content, noun, row)];
  return {
    content: withIndicators({ ...content, [listOf[noun]]: rows }, catalogue),
    name: String(row[nameOf[noun]]),
  };
}

export function removed(content: StrategyContent, noun: Exclude<Noun, 'strategy'>, name: string): StrategyContent {
  const rows = (content[listOf[noun]] as readonly Row[]).filter((row) => String(row[nameOf[noun]]) !== name);
  return { ...content, [listOf[noun]]: rows };
}

/** "Home 12", and "Home 4.1" for the first under Home 4. */
function newRef({ priorities }: StrategyContent, { parent, priority, number }: Row): string {
  if (typeof parent === 'string' && parent) return `${parent}.${String(number)}`;
  return `${priorities.find(({ key }) => key === priority)?.shortTitle ?? ''} ${String(number)}`.trim();
}

/** A place that was left empty is the last among its neighbours. */
function withPlaces(content: StrategyContent, noun: Exclude<Noun, 'strategy'>, row: Row): Row {
  const beside = (content[listOf[noun]] as readonly Row[]).filter((other) =>
    ['parent', 'priority', 'promise', 'kind'].every((field) => (other[field] ?? null) === (row[field] ?? null)),
  );
  const last = (field: string) => Math.max(0, ...beside.map((other) => Number(other[field]))) + 1;
  const place = (field: string) => (row[field] === '' ? last(field) : row[field]);
  return { ...row, publishedOrder: place('publishedOrder'), displayOrder: place('displayOrder') };
}

/** Exactly the indicators that some row points to, with the titles that the council gave them. */
function withIndicators(content: object, catalogue: Catalogue): StrategyContent {
  const whole = content as StrategyContent;
  const named = new Set([
    ...whole.commitments.flatMap((row) => row.indicators),
    ...whole.promises.flatMap((row) => row.indicators),
    ...whole.measures.flatMap((row) => row.indicator ?? []),
  ]);
  return { ...whole, indicators: catalogue.filter(({ key }) => named.has(key)) };
}

/**
 * What is wrong with the content, by the field of the row that was edited; what is wrong elsewhere because of it
 * stands under the empty name.
 */
export function editProblems(content: StrategyContent, noun: Noun, name: string, threshold: number) {
  const list = noun === 'strategy' ? 'strategy' : listOf[noun];
  const rows = (noun === 'strategy' ? [content] : content[list as 'priorities']) as unknown as Row[];
  const index = noun === 'strategy' ? 0 : rows.findLastIndex((row) => String(row[nameOf[noun]]) === name);
  const errors: Record<string, string> = {};
  const label = (field: string) => fieldsOf[noun].find((one) => one.name === field)?.label ?? field;
  const parsed = strategyContent.safeParse(content);
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String((noun === 'strategy' ? path : path.slice(2))[0] ?? '');
    const isHere = noun === 'strategy' || (path[0] === list && path[1] === index);
    const typed = rows[index]?.[field];
    const isMissing = typed === '' || typed === null || typed === undefined;
    if (isHere)
      errors[field] ??= isMissing ? `Fill in “${label(field)}”.` : `“${label(field)}” cannot be like this: check it.`;
  }
  if (parsed.success) {
    for (const problem of contentProblems(parsed.data, threshold)) {
      const isHere = problem.list === list && problem.index === index;
      errors[isHere ? problem.field : ''] ??= problem.sentence;
    }
  }
  return errors;
}
