import type { Metadata } from 'next';
import { Tasks } from '#components/needs/tasks.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { DecidedNotice } from '#components/updates/decided-notice.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { PickList } from '#components/updates/pick-list.tsx';
import { waitingTask } from '#components/updates/waiting-task.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { publishApproved } from '#lib/updates/mutations.ts';
import { listWaiting } from '#lib/updates/queries.ts';

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Updates to decide' };

/** For the administrator: what leads have sent, the longest wait first, and what is approved. */
export default async function UpdatesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { waiting, today } = await listWaiting(viewer);
  const shown = { today, viewer };
  const sent = waiting.filter((update) => update.state === 'submitted');
  const approved = waiting.filter((update) => update.state === 'approved');
  const publishable = approved.filter((update) => update.mayDecide).length;
  return (
    <>
      <DecidedNotice asked={await searchParams} />
      <PageHeading
        title="Updates to decide"
        lead="What leads have sent. Nobody else can read it until it is published."
        crumbs={[{ href: `/${viewer.council.slug}`, label: 'For me' }]}
      />
      <h2>{count(sent.length, 'update waits', 'updates wait')} for a decision</h2>
      {sent.length > 0 ? (
        <PickList
          council={viewer.council.slug}
          idempotencyKey={crypto.randomUUID()}
          rows={sent.map((update) => ({
            value: update.mayDecide ? `${update.id} ${update.version}` : null,
            name: update.commitment.ref,
            task: waitingTask(update, shown),
          }))}
        />
      ) : (
        <Empty title="Nothing waits for you">
          <p>When a lead sends an update, it stands here.</p>
        </Empty>
      )}
      {approved.length > 0 && (
        <>
          <h2>{count(approved.length, 'update is', 'updates are')} approved and not published</h2>
          <Tasks tasks={approved.map((update) => waitingTask(update, shown))} />
          {publishable > 0 && (
            <ActionForm action={publishApproved}>
              <HiddenFields council={viewer.council.slug} />
              <SubmitButton sending="Publishing…">Publish {count(publishable, 'approved update')}</SubmitButton>
            </ActionForm>
          )}
        </>
      )}
    </>
  );
}
