import { freshnessTag } from '#components/indicators/settings/freshness-tag.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { listIndicatorSettings } from '#lib/indicators/editing/queries.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { sentenceCase } from '#lib/indicators/words/rules.ts';

type Row = Awaited<ReturnType<typeof listIndicatorSettings>>[number];

/** The figures with what an administrator has to look after. */
export const settingsTable = (rows: readonly Row[], base: string): Html =>
  tableMarkup({
    caption: `${rows.length} figures`,
    hideCaption: true,
    columns: [
      { label: 'Figure' },
      { label: 'Owner' },
      { label: 'Source' },
      { label: 'Newest value' },
      { label: 'What is expected' },
    ],
    rows: rows.map(({ key, title, source, isConfirmed, expected }) => [
      html`<a href="${base}/settings/indicators/${key}">${title}</a>${isConfirmed === false && html`<span class="soft font-normal">Nobody has confirmed which way is good.</span>`}`,
      expected ? (expected.owner ?? 'Nobody') : '',
      source ?? 'A strategy names it; nobody has said yet what it means',
      expected ? newestWords(expected) : '',
      expected
        ? html`${freshnessTag(expected.freshness.state)}<span class="soft">${expected.freshness.sentence}</span>`
        : '',
    ]),
  });

const newestWords = ({ periodType, newest }: NonNullable<Row['expected']>): string =>
  newest ? sentenceCase(periodWords(periodType, newest.period)) : 'None';
