import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { PrintedStatistic } from '#lib/themes/statistics/rules.ts';

const hidden = 'Not shown, so that no child can be identified';

/** What young people answered, as the strategy prints it. Words that nobody said are not put here. */
export function surveyMarkup(answers: readonly PrintedStatistic[]): Html {
  const none = html`<p>The strategy prints no answer of young people about this.</p>`;
  const list = html`<ul>${answers.map(answer)}</ul>`;
  return html`<section aria-labelledby="young-people"><h2 id="young-people">What young people said</h2>${answers.length === 0 ? none : list}</section>`;
}

function answer({ measure, period, note, figure }: PrintedStatistic): Html {
  if ('suppressed' in figure) return html`<li>${measure}: ${hidden}.</li>`;
  const { text, compared } = figure.shown;
  return html`<li><b>${text}</b> ${lowerFirst(measure)}.${compared && ` ${compared}`}<span class="soft block">${period}.${note && ` ${note}`}</span></li>`;
}

/** Numbers that the strategy prints and no series follows. */
export const printedMarkup = (printed: readonly PrintedStatistic[]): Html =>
  tableMarkup({
    caption: 'Printed in the strategy',
    columns: [{ label: 'What' }, { label: 'Figure', number: true }, { label: 'Beside it' }, { label: 'When' }],
    rows: printed.map(({ measure, period, note, figure }) => [
      html`${measure}${note && html`<span class="soft">${note}</span>`}`,
      'suppressed' in figure
        ? hidden
        : html`${figure.shown.text}${figure.shown.counted && html`<span class="soft">${figure.shown.counted}</span>`}`,
      'suppressed' in figure ? '' : figure.shown.compared,
      period,
    ]),
  });

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
