import { targetWords } from '#components/imports/rule-words.ts';
import type { ImportView } from '#components/imports/words.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { FigureChange, Preview, RefusedCell, Written } from '#lib/imports/findings.ts';
import type { RuleTarget } from '#lib/imports/queries.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { pointWords, sentenceCase } from '#lib/indicators/words/rules.ts';

type Shown = Pick<ImportView, 'targets'> & { preview: Preview; base: string };

/** What saving would do, or did: first by figure, then what is refused, changed and new. */
export const previewMarkup = ({ preview, targets, base }: Shown): Html =>
  html`${byFigure(preview, targets, base)}${refused(preview)}${changed(preview, targets)}${added(preview, targets)}${places(preview)}`;

const number = (n: number) => n.toLocaleString('en-GB');

function byFigure(preview: Preview, targets: readonly RuleTarget[], base: string): Html {
  const table = tableMarkup({
    caption: 'What the file brings, by figure',
    columns: [
      { label: 'Figure' },
      { label: 'New', number: true },
      { label: 'Changed', number: true },
      { label: 'As it is', number: true },
      { label: 'Refused', number: true },
    ],
    rows: targets.map((target, at) => {
      const tally = preview.rules[at] ?? { added: 0, changed: 0, unchanged: 0, refused: 0 };
      const isEmpty = tally.added + tally.changed + tally.unchanged + tally.refused === 0;
      return [
        html`<a href="${base}/indicators/${target.key}">${targetWords(target)}</a>${isEmpty && html`<span class="soft">No row of this file is of this figure.</span>`}`,
        number(tally.added),
        number(tally.changed),
        number(tally.unchanged),
        number(tally.refused),
      ];
    }),
  });
  const note =
    preview.obsolete > 0 &&
    html`<p class="soft">${count(preview.obsolete, 'value')} held a symbol that is no longer in use (~ or :) and is read as not available.</p>`;
  return html`${table}${note}`;
}

const rest = (shown: number, all: number) =>
  all > shown && html`<p class="soft">The first ${number(shown)} of ${number(all)} are listed.</p>`;

function refused({ firstRefused, refused: all }: Preview): Html | false {
  if (all === 0) return false;
  const table = tableMarkup({
    caption: 'Values that cannot be taken',
    hideCaption: true,
    columns: [{ label: 'Row', keep: true }, { label: 'Column', keep: true }, { label: 'Why' }],
    rows: firstRefused.map(({ line, column, reason }: RefusedCell) => [
      html`Row ${number(line)}`,
      html`<code>${column}</code>`,
      html`<span dir="auto">${reason}</span>`,
    ]),
  });
  return html`<section><h2>Refused: ${count(all, 'value')}</h2><p>Rows are counted as a spreadsheet counts them: the names of the columns are row 1.</p>${table}${rest(firstRefused.length, all)}</section>`;
}

function changed({ firstChanged, changed: all }: Preview, targets: readonly RuleTarget[]): Html | false {
  if (all === 0) return false;
  const table = tableMarkup({
    caption: 'Values that differ from what is recorded',
    hideCaption: true,
    columns: [...where, { label: 'Recorded', number: true }, { label: 'In the file', number: true }],
    rows: firstChanged.map((change) => [
      ...placed(change, targets),
      change.before &&
        html`<del><span class="hidden-words">Before: </span>${written(change.before, targets[change.rule])}</del>`,
      html`<ins><span class="hidden-words">After: </span>${written(change.after, targets[change.rule])}</ins>`,
    ]),
  });
  return html`<section><h2>Changed: ${count(all, 'value')}</h2><p>What was recorded before is kept: dashboards of earlier meetings go on showing it.</p>${table}${rest(firstChanged.length, all)}</section>`;
}

function added({ firstAdded, added: all }: Preview, targets: readonly RuleTarget[]): Html | false {
  if (all === 0) return false;
  const table = tableMarkup({
    caption: 'Values that are not recorded yet',
    hideCaption: true,
    columns: [...where, { label: 'In the file', number: true }],
    rows: firstAdded.map((change) => [...placed(change, targets), written(change.after, targets[change.rule])]),
  });
  return html`<section><h2>New: ${count(all, 'value')}</h2>${table}${rest(firstAdded.length, all)}</section>`;
}

const where = [{ label: 'Figure' }, { label: 'Place' }, { label: 'When' }];

function placed({ rule, row, column, area, period }: FigureChange, targets: readonly RuleTarget[]) {
  const target = targets[rule];
  const part = [row, column].filter((name) => name !== '').join(', ');
  return [
    html`${target?.title}${part !== '' && html`<span class="soft" dir="auto">${part}</span>`}`,
    html`<span dir="auto">${area}</span>`,
    target ? sentenceCase(periodWords(target.periodType, period)) : period,
  ];
}

function written({ value, symbol, numerator, denominator }: Written, target: RuleTarget | undefined): Html {
  const point = { value, symbol: symbol as 'c' | null };
  const counts =
    numerator === null && denominator === null
      ? ''
      : `${numerator === null ? 'not known' : number(numerator)} of ${denominator === null ? 'not known' : number(denominator)}`;
  return html`${pointWords(point, target?.unit ?? 'number', target?.decimals ?? 0)}${counts !== '' && html`<span class="soft">${counts}</span>`}`;
}

function places({ newAreas, newAreaCount }: Preview): Html | false {
  if (newAreaCount === 0) return false;
  const names = newAreas.map(({ code, name }) => html`<li dir="auto">${name} <span class="soft">${code}</span></li>`);
  return html`<details><summary>${count(newAreaCount, 'place')} that no figure is recorded of yet</summary><div class="details-body"><p>Each place stands for itself: the three Londons overlap and are never added up, and councils that are no more keep their figures.</p><ul>${names}</ul></div></details>`;
}
