import { tableMarkup } from '#components/ui/table-markup.ts';
import { monthNames } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { getStrategy } from '#lib/strategies/queries.ts';

type Themes = Awaited<ReturnType<typeof getStrategy>>['themes'];

/** The themes of the board's year: in which month, what it asks, which priorities it looks at. */
export const themesMarkup = (themes: Themes, base: string): Html =>
  tableMarkup({
    caption: `${themes.length} themes, by month`,
    hideCaption: true,
    columns: [{ label: 'Theme' }, { label: 'Month' }, { label: 'Question' }, { label: 'Priorities' }],
    rows: themes.map((theme) => [
      html`<a href="${base}/themes/${theme.slug}">${theme.name}</a>`,
      monthNames[theme.month - 1],
      theme.question,
      theme.priorities.map(({ priority }) => priority.title).join(', '),
    ]),
  });
