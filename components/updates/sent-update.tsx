import { ActionForm } from '#components/ui/action-form.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { formatDate, formatTime } from '#lib/format.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { takeBack } from '#lib/updates/mutations.ts';
import { stateWords } from '#lib/updates/words.ts';
import type { Working } from '#lib/updates/working.ts';

/** Where the form would be once an update was sent: what it says, and a way back while nobody has decided. */
export function SentUpdate({
  working,
  viewer,
  commitment,
  isAuthor,
}: {
  working: Working;
  viewer: Viewer;
  commitment: string;
  isAuthor: boolean;
}) {
  const { slug, statuses } = viewer.council;
  const { submittedAt, author, status, state, version } = working;
  return (
    <Notice title={stateWords[state]}>
      {submittedAt && (
        <p className="soft">
          {isAuthor ? 'You' : author.name} sent this on {formatDate(submittedAt)} at {formatTime(submittedAt)}.
        </p>
      )}
      {status && (
        <p>
          <StatusTag kind={status} label={standingLabel(statuses, status)} />
        </p>
      )}
      <Markup html={updateText(working, `/${slug}`)} />
      {state === 'submitted' && isAuthor && (
        <ActionForm action={takeBack}>
          <HiddenFields council={slug} commitment={commitment} version={version} />
          <SubmitButton look="secondary" sending="Taking it back…">
            Take it back and change it
          </SubmitButton>
        </ActionForm>
      )}
      {state === 'submitted' && !isAuthor && <p>{author.name} can take it back to change it.</p>}
    </Notice>
  );
}
