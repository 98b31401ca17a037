import { count } from '#lib/format.ts';
import type { Explored } from '#lib/indicators/exploring/explored.ts';
import { type Choice, type Material, mostSeries } from '#lib/indicators/exploring/rules.ts';
import { missingWords, pointWords } from '#lib/indicators/words/rules.ts';

/** How many lines a sentence can name before nobody listens. */
const mostNamed = 4;

/** What is shown, in one sentence: for who hears the page, and for the drawing. */
export function shownWords(material: Material, choice: Choice, { periods, series }: Explored): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || series.length === 0) return 'There is no value to show.';
  const by = material.breakdowns.find(({ key }) => key === choice.by);
  const when = first === last ? `For ${last.words}` : `From ${first.words} to ${last.words}`;
  const what = by?.title ?? material.title;
  const [is, next] = by ? [': ', '; '] : [' ', ', '];
  const named = series.slice(0, mostNamed).map(({ name, cells }) => name + is + said(cells.at(-1) ?? null, material));
  const rest = series.length - named.length;
  const more = rest > 0 ? ` and ${count(rest, 'line')} more` : '';
  const at = first === last ? '' : '; in the last, ';
  const bars = choice.kind === 'bars' && first !== last ? ` The bars show ${last.words}.` : '';
  return `${when}: ${what}${at || ': '}${named.join(next)}${more}.${bars}`;
}

function said(cell: Explored['series'][number]['cells'][number], { unit, decimals }: Material): string {
  if (!cell) return missingWords.x;
  if (cell.symbol === 'c') return 'hidden';
  return cell.value === null ? missingWords[cell.symbol ?? 'x'] : pointWords(cell, unit, decimals);
}

/** What a reader must know before they compare: each in one plain sentence. */
export function cautions(material: Material, choice: Choice, shown: Explored): string[] {
  const said: string[] = [];
  const breaks = shown.periods.filter(({ isBreak }, at) => at > 0 && isBreak);
  if (breaks.length > 0) {
    const from = breaks.map(({ words }) => words).join(' and from ');
    said.push(`It was counted in another way from ${from} on: what stands before and after is not compared.`);
  }
  if (material.isCount && choice.areas.length > 1) {
    said.push('These are counts of children. Areas differ in size, so their counts are not to be compared.');
  }
  if (choice.areas.includes('mean') && material.neighbourSet) {
    said.push(
      `The mean of the neighbours (${material.neighbourSet}) counts every council once and leaves out those without a value.`,
    );
  }
  if (shown.cut > 0) {
    said.push(`${count(shown.cut + mostSeries, 'line')} were chosen. The first ${mostSeries} are shown: choose fewer.`);
  }
  return said;
}
