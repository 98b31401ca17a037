import { Notice } from '#components/ui/notice.tsx';
import { count, formatDate, formatTime, isoDay } from '#lib/format.ts';
import { shortHash } from '#lib/reports/snapshot.ts';
import type { PastDashboard } from '#lib/themes/freezing/queries.ts';

type Past = Exclude<PastDashboard, { kind: 'none' }>;

/** How a dashboard of an earlier meeting came about: frozen by somebody then, or put together now. */
export function PastNotice({ past, page, isNew }: { past: Past; page: string; isNew: boolean }) {
  const { startsAt, theme } = past.meeting;
  const meeting = `the board’s meeting of ${formatDate(startsAt)} (${theme})`;
  const compare = `${page}/compare?from=${isoDay(startsAt)}&to=now`;
  const links = (
    <p className="print:hidden">
      <a href={page}>Read it as it stands today</a>, or <a href={compare}>see what has changed since</a>.
    </p>
  );
  if (past.kind === 'made') {
    return (
      <Notice title={`As at ${meeting}`}>
        <p>
          This was not frozen for the meeting. It is put together now from what had been recorded and published by{' '}
          {formatTime(startsAt)} that day. Which figures stand here, and in which order, is as it is today; so is the
          rule that hides small numbers.
        </p>
        {links}
      </Notice>
    );
  }
  const { frozen, hidden } = past;
  const others = Array.from({ length: frozen.editions }, (_, at) => at + 1).filter((one) => one !== frozen.edition);
  return (
    <Notice
      kind={isNew ? 'success' : 'information'}
      title={isNew ? `Frozen for ${meeting}` : `As at ${meeting}`}
      announce={isNew}
    >
      <p>
        Frozen by {frozen.frozenBy} on {formatDate(new Date(frozen.frozenAt))} at{' '}
        {formatTime(new Date(frozen.frozenAt))}: edition {frozen.edition} of {frozen.editions}, fingerprint{' '}
        {shortHash(frozen.hash)}. It never changes.
        {frozen.reason && ` Why there is another edition: ${frozen.reason}`}
      </p>
      {others.length > 0 && (
        <p className="print:hidden">
          Other editions:{' '}
          {others.map((one, at) => (
            <span key={one}>
              {at > 0 && ', '}
              <a href={`${page}?as-at=${isoDay(startsAt)}&edition=${one}`}>edition {one}</a>
            </span>
          ))}
        </p>
      )}
      {hidden > 0 && (
        <p>
          {count(hidden, 'thing')} that stood here {hidden === 1 ? 'is' : 'are'} not shown any more: the rule for small
          numbers is stricter today than it was then.
        </p>
      )}
      {links}
    </Notice>
  );
}
