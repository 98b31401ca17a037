import { type Html, html, type Part } from '#lib/html.ts';
import type { Facts } from '#lib/imports/findings.ts';
import type { ImportRule } from '#lib/imports/map.ts';
import type { RuleTarget } from '#lib/imports/queries.ts';

/** What a column is called: its label, with the name in the file where they differ. */
export const columnWords = (facts: Facts, column: string): string => {
  const label = [...facts.filters, ...facts.measures].find((one) => one.column === column)?.label;
  return label && label !== column ? `${label} (${column})` : column;
};

export const targetWords = ({ title, breakdown }: RuleTarget): string =>
  breakdown === null ? title : `${title}: ${breakdown}`;

/** Which rows and columns a rule reads, a line each. */
export function ruleWords(rule: ImportRule, facts: Facts): Html {
  const of = (column: string) => columnWords(facts, column);
  const lines: Part[] = [
    ...Object.entries(rule.pick).map(([column, item]) => html`${of(column)} is <b dir="auto">${item || '(empty)'}</b>`),
    ...rule.across.map(({ column, names }) => {
      const parts = Object.values(names).filter((name) => name !== '').length;
      return html`${of(column)}: ${parts} of its items are parts of the table`;
    }),
    html`Value: ${of(rule.value)}`,
    rule.numerator !== '' && html`Children counted: ${of(rule.numerator)}`,
    rule.denominator !== '' &&
      html`Of the group: ${of(rule.denominator)}${Object.entries(rule.denominatorPick).map(
        ([column, item]) => html`, in the row where ${of(column)} is <b dir="auto">${item}</b>`,
      )}`,
  ];
  return html`<ul class="lines">${lines.map((line) => line && html`<li>${line}</li>`)}</ul>`;
}
