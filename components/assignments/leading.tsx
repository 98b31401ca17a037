import { personOption } from '#components/actions/form-options.ts';
import { AssignForm } from '#components/assignments/assign-form.tsx';
import { DayForm } from '#components/assignments/day-form.tsx';
import { spanWords } from '#components/assignments/thing.ts';
import { Details } from '#components/ui/details.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Leading as Shown } from '#lib/assignments/hands.ts';
import { hasLeft } from '#lib/assignments/rules.ts';
import { formatDate, isoDay } from '#lib/format.ts';

type Props = {
  leading: Shown;
  council: string;
  asked: Record<string, string | string[] | undefined>;
};

/** Who leads one thing and who stands in, who did before, and for the administrator the forms that change it. */
export function Leading({ leading, council, asked }: Props) {
  const { now, before, above, today, target, mayAssign } = leading;
  const leadWord = target.action ? 'Owner' : 'Lead';
  const word = (kind: 'lead' | 'deputy') => (kind === 'lead' ? leadWord : 'Deputy');
  const hidden = () => ({ council, idempotencyKey: crypto.randomUUID() });
  const leads = now.filter((row) => row.kind === 'lead' && row.startsOn <= today && !hasLeft(row.person, today));
  const isLed = leads.length > 0 || above.some(({ kind }) => kind === 'lead');
  return (
    <>
      <Said asked={asked} />
      {!isLed && <Notice kind="warning" title={target.action ? 'Nobody owns this today' : 'Nobody leads this today'} />}
      <h2>Now, and to come</h2>
      {now.length === 0 && <p>{above.length > 0 ? 'Nobody of its own.' : 'Nobody.'}</p>}
      <ul>
        {now.map((row) => (
          <li key={row.id}>
            {word(row.kind)}: <a href={`/${council}/people/${row.person.id}`}>{row.person.name}</a>,{' '}
            {spanWords(row, today)}
            {row.person.leftOn && `. Last day here: ${formatDate(row.person.leftOn)}`}
            {mayAssign && (
              <Details summary={`End this: ${row.person.name}`}>
                <DayForm
                  does="endAssignment"
                  hidden={{ ...hidden(), assignment: row.id }}
                  name="endsOn"
                  id={`ends-${row.id}`}
                  label="Last day"
                  hint="Whoever follows should begin the day after, or nobody leads it."
                  today={isoDay(today)}
                  button="End on this day"
                />
              </Details>
            )}
          </li>
        ))}
      </ul>
      {above.length > 0 && (
        <p>
          From what it is part of: {above.map(({ name, kind }) => `${name} (${kind})`).join(', ')}.
          {leads.length > 0 ? ' Its own lead comes first.' : ''}
        </p>
      )}
      {mayAssign && (
        <>
          <h2>{target.action ? 'Give it an owner or a deputy' : 'Give it a lead or a deputy'}</h2>
          <AssignForm
            hidden={{ ...hidden(), ...target }}
            today={isoDay(today)}
            people={leading.people.map(personOption)}
            leadWord={leadWord}
            hasHolder={now.length > 0}
          />
        </>
      )}
      {before.length > 0 && (
        <>
          <h2>Before</h2>
          <ul>
            {before.map((row) => (
              <li key={row.id}>
                {word(row.kind)}: {row.person.name}, {spanWords(row, today)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Said({ asked: { assigned, ended } }: Pick<Props, 'asked'>) {
  if (assigned === 'lead' || assigned === 'deputy') return <Notice kind="success" title="Saved" announce />;
  if (typeof ended !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(ended)) return null;
  return <Notice kind="success" title={`Ended on ${formatDate(new Date(ended))}`} announce />;
}
