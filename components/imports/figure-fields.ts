import { columnWords } from '#components/imports/rule-words.ts';
import type { SettingField } from '#components/settings/fields-form.tsx';
import type { Facts } from '#lib/imports/findings.ts';

/** A filter with more items than this is not offered for a table or for the row of the denominator. */
export const mostParts = 60;

const none = { value: '', label: 'None in this file' };

/** Which rows: a list for each filter, in its order. Those in `except` are asked for otherwise. */
export const pickFields = (facts: Facts, except: readonly string[] = []): SettingField[] =>
  facts.filters.flatMap(({ column, items, isCut }, at) =>
    except.includes(column)
      ? []
      : [
          {
            name: `pick${at}`,
            label: columnWords(facts, column),
            hint: isCut ? `Only the first ${items.length} of its items are listed.` : undefined,
            value: items.length === 1 ? (items[0] ?? '') : '',
            kind: 'choice' as const,
            options: [
              { value: '', label: 'Whatever stands there' },
              ...items.filter((item) => item !== '').map((item) => ({ value: item, label: item })),
            ],
          },
        ],
  );

/** Which columns: the value, the count behind it, and the group that it is a share of. */
export function measureFields(facts: Facts): SettingField[] {
  const columns = facts.measures.map(({ column }) => ({ value: column, label: columnWords(facts, column) }));
  const share = facts.measures.find(({ column, unit }) => unit === '%' || /percent|^pt_|rate/.test(column));
  const counts = facts.measures.find(({ column }) => /count|^number|^t_/.test(column));
  const total = facts.filters.flatMap(({ items }, at) => items.filter(isTotal).map((item) => `${at} ${item}`));
  return [
    {
      name: 'value',
      label: 'The value',
      value: share?.column ?? columns[0]?.value ?? '',
      kind: 'choice',
      options: columns,
    },
    {
      name: 'numerator',
      label: 'How many children are counted',
      hint: 'The count behind a share. Small counts are hidden by it.',
      value: share ? (counts?.column ?? '') : '',
      kind: 'choice',
      options: [none, ...columns],
    },
    {
      name: 'denominator',
      label: 'How many are in the group',
      value: share ? (counts?.column ?? '') : '',
      kind: 'choice',
      options: [none, ...columns],
    },
    {
      name: 'denominatorItem',
      label: 'In which row the group stands',
      hint: 'Often it is the row of the total.',
      value: share && total.length === 1 ? (total[0] ?? '') : '',
      kind: 'choice',
      options: [
        { value: '', label: 'In the same row' },
        ...facts.filters.flatMap(({ column, items }, at) =>
          items.length > mostParts
            ? []
            : items
                .filter((item) => item !== '')
                .map((item) => ({ value: `${at} ${item}`, label: `Where ${columnWords(facts, column)} is ${item}` })),
        ),
      ],
    },
  ];
}

/** The item that stands for all of a filter. */
export const isTotal = (item: string) => /^(?:total|all)\b|\btotal$/i.test(item);
