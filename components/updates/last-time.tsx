import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { formatDate } from '#lib/format.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { confirmUnchanged } from '#lib/updates/mutations.ts';
import type { Writing } from '#lib/updates/working.ts';

/** What was said last time, and one click for when it still holds. */
export function LastTime({
  last,
  viewer,
  commitment,
  isWritten,
  repeatVersion,
}: {
  last: NonNullable<Writing['last']>;
  viewer: Viewer;
  commitment: string;
  /** True where the form below shows each answer beside its question. */
  isWritten: boolean;
  /** The version that "nothing changed" starts from; null once something has been written. */
  repeatVersion: number | null;
}) {
  const { slug, statuses } = viewer.council;
  const said = last.submittedAt ?? last.publishedAt;
  const rest = isWritten ? { ...firstOf(last), done: '', evidence: last.evidence } : { ...last, done: '' };
  const hasMore = rest.evidence.length > 0 || Boolean(rest.reason || rest.difference || rest.howWeKnow || rest.next);
  return (
    <Notice title={`Last time${said ? `, ${formatDate(said)}` : ''}`}>
      {last.status && (
        <p>
          <StatusTag kind={last.status} label={standingLabel(statuses, last.status)} />
        </p>
      )}
      {last.done && <Markup html={updateText(firstOf(last), `/${slug}`)} />}
      {hasMore && (
        <Details summary={isWritten ? 'See the evidence' : 'Read all that was said'}>
          <Markup html={updateText(rest, `/${slug}`)} />
        </Details>
      )}
      {repeatVersion !== null && (
        <ActionForm action={confirmUnchanged}>
          <HiddenFields council={slug} commitment={commitment} version={repeatVersion} />
          <SubmitButton look="secondary">Nothing changed since last time</SubmitButton>
          <p className="soft">Sends the same words again, in one click.</p>
        </ActionForm>
      )}
    </Notice>
  );
}

/** What was done, alone: on a phone the rest is folded away. */
const firstOf = ({ done }: { done: string }) => ({
  done,
  reason: '',
  difference: '',
  howWeKnow: '',
  next: '',
  evidence: [],
});
