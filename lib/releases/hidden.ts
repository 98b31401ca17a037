import { amongAt, amongOf } from '#lib/disclosure/cells.ts';
import { type DisclosureRule, type HiddenBecause, reasonToHide } from '#lib/disclosure/rules.ts';
import type { ReleaseContent } from '#lib/releases/content.ts';
import type { RawValue } from '#lib/releases/raw.ts';

/** A value that a page does not show: which figure, where and when, and why. Never the value. */
export type HiddenValue = { title: string; place: string; why: string };

const words: Record<HiddenBecause, string> = {
  small: 'It is a small number.',
  zero: 'It is a zero, which the rule of its source hides.',
  group: 'The group is too small.',
  rest: 'Those who were not counted are few, and could be worked out from it.',
  protects: 'Another hidden number could be worked out from it, here or from what was released before.',
  source: 'Its source hid it before publishing it.',
};

export type RuleOf = (indicator: string, version: number) => { rule: DisclosureRule; unit: string };

/** Everything that stands as [c] in what would be released, with the reason, in the order of the page. */
export function hiddenIn(content: ReleaseContent, raw: readonly RawValue[], ruleOf: RuleOf): HiddenValue[] {
  const stored = new Map(raw.map((value) => [keyOf(value), value]));
  return content.indicators.flatMap(({ key, title, observations, breakdowns }) => {
    const headline = observations
      .filter(({ symbol }) => symbol === 'c')
      .map(({ definition, area, period, periodName }) => {
        const value = stored.get(placeKey({ indicator: key, version: definition, code: area.code, period }));
        return { title, place: `${area.name}, ${periodName}`, why: why(value, ruleOf(key, definition)) };
      });
    const parts = breakdowns.flatMap((one) =>
      one.tables.flatMap(({ area, period, periodName, cells }) =>
        cells
          .filter(({ row, column, symbol }) => symbol === 'c' && (row !== '' || column !== ''))
          .map(({ row, column }) => {
            const at = { indicator: key, version: one.definition, code: area.code, period };
            const value = stored.get(placeKey({ ...at, among: amongAt(one, row, column) }));
            const part = [row, column].filter(Boolean).join(', ');
            return {
              title: `${title}: ${one.title}`,
              place: `${part}, ${area.name}, ${periodName}`,
              why: why(value, ruleOf(key, one.definition)),
            };
          }),
      ),
    );
    return [...headline, ...parts];
  });
}

type Place = Pick<RawValue, 'indicator' | 'version' | 'code' | 'period'> & { among?: string };

/** One name for one value, whichever table it stands in: the same children of the same place and time. */
export const placeKey = ({ indicator, version, code, period, among = '' }: Place) =>
  [indicator, version, code, period, among].join('\n');

export const keyOf = (value: RawValue) =>
  placeKey({
    ...value,
    among: amongOf([
      [value.rowTitle, value.row],
      [value.columnTitle, value.column],
    ]),
  });

function why(value: RawValue | undefined, { rule, unit }: ReturnType<RuleOf>): string {
  if (!value || value.value === null) return words.source;
  return words[reasonToHide({ ...value, value: value.value, unit }, rule) ?? 'protects'];
}
