import type { Metadata } from 'next';
import { ActionFacts } from '#components/actions/action-facts.tsx';
import { ownersMarkup, waitingMarkup } from '#components/actions/action-story.ts';
import { Evidence } from '#components/actions/evidence.tsx';
import { statusOptions } from '#components/actions/form-options.ts';
import { MoveForm } from '#components/actions/move-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { typed } from '#components/updates/update-text.ts';
import { getAction } from '#lib/actions/one.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { isoDay } from '#lib/format.ts';

export const metadata: Metadata = { title: 'Action' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const notices = { added: 'Added', saved: 'Saved', linked: 'Link added', unlinked: 'Link taken away' };

/** One action: where it stands, what hangs on it, what shows it, and who owned it. */
export default async function ActionPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const asked = await searchParams;
  const viewer = await requireViewer(council);
  const action = await getAction(viewer, id);
  const base = `/${viewer.council.slug}`;
  const { commitment, notes, owners } = action;
  const waiting = waitingMarkup(action, base);
  const said = Object.entries(notices).find(([name]) => asked[name] === '1');
  const hidden = { council: viewer.council.slug, action: id, version: String(action.version) };
  return (
    <>
      {said && <Notice kind="success" title={said[1]} announce />}
      <PageHeading
        title={action.title}
        crumbs={[
          { href: `${base}/actions`, label: 'Actions' },
          { href: `${base}/commitments/${commitment.slug}#actions`, label: commitment.ref },
        ]}
      >
        <ActionFacts action={action} base={base} />
      </PageHeading>
      {action.mayPlan && (
        <p className="actions">
          <ButtonLink look="secondary" href={`${base}/actions/${id}/edit`}>
            Change this action
          </ButtonLink>
          {action.mayPlan && (
            <a href={`${base}/actions/new?commitment=${commitment.slug}`}>Add another to {commitment.ref}</a>
          )}
        </p>
      )}
      {action.mayMove && (
        <MoveForm
          hidden={{ ...hidden, idempotencyKey: crypto.randomUUID() }}
          status={action.status}
          completedOn={action.completedOn ? isoDay(action.completedOn) : ''}
          statuses={statusOptions}
        />
      )}
      {waiting && <Markup html={waiting} />}
      {notes && (
        <>
          <h2>Notes</h2>
          <Markup html={typed(notes)} />
        </>
      )}
      <Evidence action={action} council={viewer.council.slug} />
      {owners.length > 0 && (
        <>
          <h2>Who has done it</h2>
          <Markup html={ownersMarkup(action, base)} />
        </>
      )}
      {action.mayAssign && (
        <p>
          <a href={`${base}/actions/${id}/leads`}>Give it an owner or a deputy from a day</a>
        </p>
      )}
    </>
  );
}
