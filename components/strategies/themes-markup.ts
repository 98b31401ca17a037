import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { getStrategy } from '#lib/strategies/queries.ts';

type Themes = Awaited<ReturnType<typeof getStrategy>>['themes'];

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** The themes of the board's year: in which month, what it asks, which priorities it looks at. */
export const themesMarkup = (themes: Themes, base: string): Html =>
  tableMarkup({
    caption: `${themes.length} themes, by month`,
    hideCaption: true,
    columns: [{ label: 'Theme' }, { label: 'Month' }, { label: 'Question' }, { label: 'Priorities' }],
    rows: themes.map((theme) => [
      html`<a href="${base}/themes/${theme.slug}">${theme.name}</a>`,
      monthName.format(Date.UTC(2026, theme.month - 1)),
      theme.question,
      theme.priorities.map(({ priority }) => priority.title).join(', '),
    ]),
  });
