import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { Table } from '#components/ui/table.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { addDays } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import { nudge } from '#lib/rounds/mutations.ts';
import type { RoundPage } from '#lib/rounds/overview.ts';
import { lastDay } from '#lib/rounds/rules.ts';

type Props = { round: RoundPage; council: string; mayNudge: boolean; gapDays: number };
type Lead = RoundPage['leads'][number];

/** Who has sent what is asked of them, who has not, and one button to ask for it. */
export function LeadTable({ round, council, mayNudge, gapDays }: Props) {
  const columns = [{ label: 'Lead' }, { label: 'Sent' }, { label: 'On its way' }, { label: 'Last written to' }];
  return (
    <Table
      stack
      hideCaption
      caption="Who has sent their updates"
      columns={mayNudge ? [...columns, { label: 'Ask' }] : columns}
      rows={round.leads.map((lead) => ({
        key: lead.id,
        cells: [
          lead.name,
          `${lead.counts.sent} of ${lead.counts.asked}`,
          onItsWay(lead),
          lead.lastTold ? formatDate(lead.lastTold) : 'Not in this round',
          ...(mayNudge ? [<Ask key="ask" lead={lead} council={council} round={round} gapDays={gapDays} />] : []),
        ],
      }))}
    />
  );
}

function onItsWay({ counts: { begun, returned } }: Lead): string {
  const parts = [begun > 0 && `${begun} begun`, returned > 0 && `${returned} returned to them`].filter(Boolean);
  return parts.join(', ') || 'Nothing';
}

function Ask({ lead, council, round, gapDays }: Omit<Props, 'mayNudge'> & { lead: Lead }) {
  if (lead.owes === 0) return 'Nothing is missing';
  if (!lead.mayBeAsked && lead.lastTold) {
    const again = addDays(lead.lastTold, gapDays);
    return again > lastDay(round) ? 'Not again in this round' : `From ${formatDate(again)}`;
  }
  return (
    <ActionForm action={nudge}>
      <HiddenFields council={council} round={round.id} person={lead.id} />
      <SubmitButton look="secondary" sending="Asking…">
        Nudge <span className="hidden-words">{lead.name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
