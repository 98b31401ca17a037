import { tableMarkup } from '#components/ui/table-markup.ts';
import type { AuditRow } from '#lib/audit/queries.ts';
import { whoDid, wordsOfOperation } from '#lib/audit/words.ts';
import { formatShortDate, formatTime } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

/** A page of the trail, the latest first. */
export const auditTable = (events: readonly AuditRow[]): Html =>
  tableMarkup({
    caption: 'What happened, the latest first',
    hideCaption: true,
    columns: [
      { label: 'When', keep: true },
      { label: 'Who' },
      { label: 'What they did' },
      { label: 'To what' },
      { label: 'Number', number: true },
    ],
    rows: events.map((event) => [
      html`${formatShortDate(event.at)}, ${formatTime(event.at)}`,
      whoDid(event),
      wordsOfOperation(event.operation),
      event.subject,
      event.number,
    ]),
  });
