import { isAdoptedField } from '#lib/strategies/adopted-wording.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { textOf, toCell } from '#lib/workbook/cells.ts';
import { type List, type Sheet, sheetOf } from '#lib/workbook/sheets.ts';
import { fieldOf } from '#lib/workbook/to-rows.ts';

type Values = Record<string, unknown>;

export type FieldChange = { header: string; before: string; after: string; isAdopted: boolean };

/** What would become of one row: made, changed in these cells, or taken out. */
export type Change = {
  list: List;
  /** The sheet and what people call the row: "Commitments", "Health 1". */
  sheet: string;
  name: string;
  title: string;
  kind: 'made' | 'changed' | 'removed';
  fields: FieldChange[];
};

const naming: Record<Exclude<List, 'comparators'>, { by: string; title: string; noun?: Noun }> = {
  strategy: { by: 'key', title: 'title', noun: 'strategy' },
  priorities: { by: 'key', title: 'title', noun: 'priority' },
  commitments: { by: 'ref', title: 'title', noun: 'commitment' },
  promises: { by: 'number', title: 'plainTitle', noun: 'promise' },
  measures: { by: 'ref', title: 'wording', noun: 'measure' },
  statistics: { by: 'order', title: 'measure' },
  indicators: { by: 'key', title: 'title' },
};
type Noun = Parameters<typeof isAdoptedField>[0];

/**
 * What it would take to bring a strategy to another content. The order of rows and of names in a list does not
 * count. An indicator belongs to the council: a strategy names it, and neither renames it nor takes it away.
 * @param before null when there is no such strategy yet
 */
export function diffContent(before: StrategyContent | null, after: StrategyContent): Change[] {
  return (Object.keys(naming) as (keyof typeof naming)[]).flatMap((list) => {
    const { by, title } = naming[list];
    const sheet = sheetOf(list);
    const named = (rows: readonly Values[]) => new Map(rows.map((row) => [String(row[by]), row]));
    const [old, fresh] = [named(before ? rowsOf(before, list) : []), named(rowsOf(after, list))];
    const told = (kind: Change['kind'], name: string, row: Values, fields: FieldChange[] = []): Change => ({
      list,
      sheet: sheet.name,
      name,
      title: String(row[title]),
      kind,
      fields,
    });
    const changes = [...fresh].flatMap(([name, row]) => {
      const was = old.get(name);
      if (!was) return [told('made', name, row)];
      const fields = list === 'indicators' ? [] : fieldChanges(list, sheet, was, row);
      return fields.length > 0 ? [told('changed', name, row, fields)] : [];
    });
    const removed = list === 'indicators' ? [] : [...old].filter(([name]) => !fresh.has(name));
    return [...changes, ...removed.map(([name, row]) => told('removed', name, row))];
  });
}

/** True when it would change words that were adopted. */
export const rewords = (changes: readonly Change[]) =>
  changes.some(({ fields }) => fields.some(({ isAdopted }) => isAdopted));

const rowsOf = (content: StrategyContent, list: keyof typeof naming): readonly Values[] =>
  list === 'strategy' ? [content] : content[list];

function fieldChanges(list: keyof typeof naming, sheet: Sheet, before: Values, after: Values): FieldChange[] {
  const { noun } = naming[list];
  const fields = sheet.columns.flatMap((column): FieldChange[] => {
    const said = (row: Values) => {
      const value = fieldOf(row, column.field);
      return textOf(toCell(column, column.kind === 'names' ? (value as string[]).toSorted() : value));
    };
    const change = { header: column.header, before: said(before), after: said(after) };
    if (change.before === change.after) return [];
    return [{ ...change, isAdopted: noun !== undefined && isAdoptedField(noun, column.field) }];
  });
  if (list !== 'statistics') return fields;
  const [was, is] = [comparatorsOf(before), comparatorsOf(after)];
  return was === is ? fields : [...fields, { header: 'Comparators', before: was, after: is, isAdopted: false }];
}

const comparatorsOf = ({ comparators }: Values) => {
  const { columns } = sheetOf('comparators');
  const lines = (comparators as Values[]).map((row) =>
    columns.flatMap((column) => textOf(toCell(column, row[column.field])) || []).join(', '),
  );
  return lines.toSorted().join('\n');
};
