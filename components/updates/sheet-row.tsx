import { ActionForm } from '#components/ui/action-form.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { formatDate } from '#lib/format.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { isEmpty } from '#lib/updates/drafts.ts';
import { confirmUnchanged } from '#lib/updates/mutations.ts';
import type { SheetRow as Row } from '#lib/updates/sheet.ts';

/** One commitment of the round: the last words on it, and what can be said now; or the form, opened in its place. */
export function SheetRow({ row, viewer, children }: { row: Row; viewer: Viewer; children: React.ReactNode }) {
  const { slug, ref, title, last, act, said } = row;
  const { council } = viewer;
  const base = `/${council.slug}`;
  return (
    <li id={slug}>
      <h2>
        {ref}: {title}
      </h2>
      {said && !act && (
        <p>
          <b>Said{said.submittedAt && ` ${formatDate(said.submittedAt)}`}.</b>{' '}
          {said.status && <StatusTag kind={said.status} label={standingLabel(council.statuses, said.status)} />}{' '}
          <a href={`${base}/commitments/${slug}/update`}>
            Read it<span className="hidden-words">: {ref}</span>
          </a>
        </p>
      )}
      {act && (
        <>
          {act.kind === 'returned' && (
            <p>
              <b>It came back to you:</b> {act.note}
            </p>
          )}
          <LastWord last={last} council={council} base={base} />
          {children ?? <Ways row={row} base={base} council={council.slug} />}
        </>
      )}
    </li>
  );
}

function LastWord({ last, council, base }: { last: Row['last']; council: Viewer['council']; base: string }) {
  if (!last) return <p className="soft">Nothing has been said of it before.</p>;
  const { status, submittedAt } = last;
  return (
    <>
      <p>
        {status && <StatusTag kind={status} label={standingLabel(council.statuses, status)} />}{' '}
        <span className="soft">{submittedAt && `said ${formatDate(submittedAt)}`}</span>
      </p>
      <Markup html={updateText({ ...last, reason: '', next: '', evidence: [] }, base)} />
    </>
  );
}

function Ways({ row, base, council }: { row: Row; base: string; council: string }) {
  const { slug, ref, last, draft } = row;
  const begun = draft !== null && !isEmpty(draft);
  return (
    <div className="actions">
      {last && !begun && (
        <ActionForm action={confirmUnchanged}>
          <HiddenFields council={council} commitment={slug} version={draft?.version ?? 0} from="round" />
          <SubmitButton id={`say-${slug}`} look="secondary">
            Nothing has changed<span className="hidden-words">: {ref}</span>
          </SubmitButton>
        </ActionForm>
      )}
      <a href={`${base}/round?open=${slug}#${slug}`} id={last && !begun ? undefined : `say-${slug}`}>
        {begun ? 'Go on writing' : 'Say what changed'}
        <span className="hidden-words">: {ref}</span>
      </a>
    </div>
  );
}
