import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { Filled } from '#lib/rounds/filling.ts';
import type { RoundPage } from '#lib/rounds/overview.ts';

const words: Record<Filled['state'], string> = {
  sent: 'Sent',
  begun: 'Begun',
  returned: 'Returned to the lead',
  nothing: 'Nothing yet',
  notAsked: 'Not asked for: complete or stopped',
};
const order: Filled['state'][] = ['nothing', 'returned', 'begun', 'sent', 'notAsked'];

/** Every commitment of a round, what is missing first. */
export function commitmentsMarkup(commitments: RoundPage['commitments'], base: string): Html {
  const sorted = commitments.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return tableMarkup({
    caption: 'Every commitment in this round',
    hideCaption: true,
    columns: [{ label: 'Commitment' }, { label: 'Lead' }, { label: 'Update' }],
    rows: sorted.map(({ slug, ref, title, leadNames, state }) => [
      html`<a href="${base}/commitments/${slug}">${ref}: ${title}</a>`,
      leadNames || 'Nobody leads it',
      words[state],
    ]),
  });
}
