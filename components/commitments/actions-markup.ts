import { whoOf } from '#components/actions/action-table.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { standsInWords, statusWords, tagOf } from '#lib/actions/words.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

/** The steps towards a commitment: what, who, by when, and where each stands. @param base "/portsmouth" */
export function actionsMarkup({ actions, today }: Pick<CommitmentChain, 'actions' | 'today'>, base: string): Html {
  return tableMarkup({
    caption: 'Actions',
    hideCaption: true,
    columns: [{ label: 'Action' }, { label: 'Who' }, { label: 'Due', keep: true }, { label: 'Status' }],
    rows: actions.map((action) => {
      const tag = tagOf(action, today);
      const when = tag.kind === 'offTrack' ? statusWords[action.status].toLowerCase() : standsInWords(action, today);
      const more = [when, action.waitsFor && `waits for “${action.waitsFor}”`].filter(Boolean);
      return [
        html`<a href="${base}/actions/${action.id}">${action.title}</a>`,
        whoOf(action),
        action.dueOn ? formatShortDate(action.dueOn) : 'No day yet',
        html`<span class="tag tag-${tag.kind}">${tag.label}</span>${more.length > 0 && html` <span class="soft">${more.join(', ')}</span>`}`,
      ];
    }),
  });
}
