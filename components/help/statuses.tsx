import { StatusTag } from '#components/ui/status-tag.tsx';
import type { CouncilSettings } from '#lib/councils/settings.ts';
import { standingLabel } from '#lib/themes/rules.ts';

/** The statuses as the council defines them, and the rule of freshness beside them. */
export function Statuses({ council }: { council: Pick<CouncilSettings, 'statuses' | 'rules'> }) {
  const { statuses, rules } = council;
  const days = rules.updatesDueWorkingDaysBefore;
  return (
    <>
      <p>A lead gives each commitment a status. It comes with a reason when it gets worse or is off track.</p>
      <dl className="facts">
        {statuses.map(({ key, label, meaning }) => (
          <div key={key}>
            <dt>
              <StatusTag kind={key} label={label} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>
            <StatusTag kind="notUpdated" label={standingLabel(statuses, 'notUpdated')} />
          </dt>
          <dd>Nobody has confirmed the status since the last round that has closed.</dd>
        </div>
      </dl>
      <h3>Good news runs out</h3>
      <p>
        Status and freshness are two facts. Updates of a round are due {days} working days before its meeting, and the
        round closes with the meeting. A commitment of which nothing was said since the last closed round opened is
        shown and counted as not updated, whatever its last status was. What is complete or stopped needs no further
        word.
      </p>
      <p>Counts are always counts. We never average statuses, and a change for the worse is never hidden.</p>
    </>
  );
}
