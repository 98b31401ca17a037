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

/**
 * Which part of a table each item of a filter is, offered by its own name.
 * @param known the rows or columns of a table that is there; undefined for a new one, where each item may be a part
 * @param group what stands above the list
 */
export const partFields = (
  axis: 'row' | 'column',
  items: readonly string[],
  known: readonly string[] | undefined,
  group: string,
): SettingField[] =>
  items.map((item, at) => {
    const names = known ?? [item];
    const own = names.find((name) => name.toLowerCase() === item.toLowerCase());
    return {
      name: `${axis}${at}`,
      label: item || '(empty)',
      value: isTotal(item) ? '=' : (own ?? ''),
      kind: 'choice',
      options: [
        { value: '', label: 'Leave it out' },
        { value: '=', label: 'The total of all parts' },
        ...names.map((name) => ({ value: name, label: known ? name : 'A part of its own' })),
      ],
      ...(at === 0 && { group }),
    };
  });

/** The item that stands for all of a filter. */
const isTotal = (item: string) => /^(?:total|all)\b|\btotal$/i.test(item);
