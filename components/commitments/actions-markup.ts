import { tableMarkup } from '#components/ui/table-markup.ts';
import { daysBetween } from '#lib/calendar/rules.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { formatShortDate } from '#lib/format.ts';
import type { Html } from '#lib/html.ts';
import { dueInWords } from '#lib/updates/words.ts';

/** The steps towards a commitment: what, who, by when, and whether it is done. */
export function actionsMarkup({ actions, today }: Pick<CommitmentChain, 'actions' | 'today'>): Html {
  return tableMarkup({
    caption: 'Actions',
    hideCaption: true,
    columns: [{ label: 'Action' }, { label: 'Who' }, { label: 'Due' }, { label: 'Done' }],
    rows: actions.map((action) => [
      action.title,
      action.owner?.name ?? action.organisation?.name ?? 'Nobody yet',
      action.dueOn ? formatShortDate(action.dueOn) : 'No date',
      action.completedOn ? `Done ${formatShortDate(action.completedOn)}` : notDone(action.dueOn, today),
    ]),
  });
}

function notDone(dueOn: Date | null, today: Date): string {
  return dueOn ? `Not done, ${dueInWords(daysBetween(today, dueOn))}` : 'Not done';
}
