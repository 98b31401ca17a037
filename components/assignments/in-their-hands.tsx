import { spanWords, thingLink } from '#components/assignments/thing.ts';
import { Markup } from '#components/ui/markup.tsx';
import type { Person } from '#lib/assignments/hands.ts';
import { count, formatDate } from '#lib/format.ts';
import { html } from '#lib/html.ts';

/** What a person leads, deputises, owns and has begun to write. */
export function InTheirHands({ person, base }: { person: Person; base: string }) {
  const { holds, held, actions, overdue, drafts, today, id } = person;
  const list = (rows: Person['holds']) =>
    html`<ul>${rows.map((row) => html`<li>${thingLink(row, base)}, ${row.kind} ${spanWords(row, today)}</li>`)}</ul>`;
  return (
    <>
      <h2>Leads and stands in for</h2>
      {holds.length > 0 ? <Markup html={list(holds)} /> : <p>Nothing.</p>}
      <h2>Actions</h2>
      <p>
        {actions > 0 ? (
          <a href={`${base}/actions?owner=${id}&status=open`}>{count(actions, 'action')} still to be done</a>
        ) : (
          'None still to be done'
        )}
        {overdue > 0 && `, ${overdue} overdue`}.
      </p>
      {drafts.length > 0 && (
        <>
          <h2>Updates under way</h2>
          <ul>
            {drafts.map(({ state, savedAt, commitment, others }) => (
              <li key={commitment.ref}>
                <a href={`${base}/commitments/${commitment.slug}`}>
                  {commitment.ref}: {commitment.title}
                </a>
                , {state === 'returned' ? 'came back' : 'begun'}, saved {formatDate(savedAt)}.{' '}
                {others.length > 0
                  ? `${others.join(', ')} can go on with it.`
                  : 'Nobody else can go on with it until this is handed over.'}
              </li>
            ))}
          </ul>
        </>
      )}
      {held.length > 0 && (
        <>
          <h2>Before</h2>
          <Markup html={list(held)} />
        </>
      )}
    </>
  );
}
