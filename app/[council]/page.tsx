import type { Metadata } from 'next';
import { actTask } from '#components/needs/act-tasks.ts';
import { NothingWaits } from '#components/needs/nothing-waits.tsx';
import { readTasks } from '#components/needs/read-tasks.ts';
import { Tasks } from '#components/needs/tasks.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SentNotice } from '#components/updates/sent-notice.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { getNeeds } from '#lib/needs/queries.ts';
import { isUpdate } from '#lib/needs/rules.ts';
import { can } from '#lib/permissions.ts';
import { roundName } from '#lib/updates/words.ts';

export const metadata: Metadata = { title: 'For me' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One list: what needs me, most urgent first. */
export default async function ForMePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { sent } = await searchParams;
  const needs = await getNeeds(viewer);
  const base = `/${viewer.council.slug}`;
  const shown = {
    today: needs.today,
    base,
    roundName: needs.round ? roundName(needs.round.meetingAt) : 'this round',
  };
  const tasks = [...needs.acts.map((act) => actTask(act, shown)), ...readTasks(needs, base)];
  const waiting = needs.acts.length;
  return (
    <>
      {typeof sent === 'string' && <SentNotice viewer={viewer} slug={sent} />}
      {!viewer.council.readyOn && can.manageCouncil(viewer) && (
        <Notice kind="warning" title="The set-up is not finished">
          <p>
            <a href={`${base}/settings`}>Go on with the set-up</a>: nothing of it is lost.
          </p>
        </Notice>
      )}
      <PageHeading title="For me" lead={leadWords(waiting, tasks.length)} />
      {needs.sees.quiet && (
        <p className="leading-10">
          <a href={`${base}/updates`}>All updates to decide, with what each would change</a>
        </p>
      )}
      {needs.acts.filter(isUpdate).length > 1 && (
        <p>
          <a href={`${base}/round`}>Do all updates of this round on one page</a>
        </p>
      )}
      {tasks.length === 0 && <NothingWaits needs={needs} />}
      {tasks.length > 0 && <Tasks tasks={tasks} />}
      <p>
        <a href={`${base}/actions?owner=me&status=open`}>All my actions</a> ·{' '}
        <a href={`${base}/people/${viewer.personId}`}>What I lead</a>
      </p>
    </>
  );
}

function leadWords(waiting: number, rows: number): string | undefined {
  if (waiting > 0) return `${count(waiting, 'thing waits', 'things wait')} for you, most urgent first.`;
  return rows > 0 ? 'Nothing waits for you to do. This is worth reading now.' : undefined;
}
