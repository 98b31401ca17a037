import type { Metadata } from 'next';
import { ChangeHands } from '#components/assignments/change-hands.tsx';
import { InTheirHands } from '#components/assignments/in-their-hands.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { getPerson, type Person } from '#lib/assignments/hands.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate } from '#lib/format.ts';

export const metadata: Metadata = { title: 'Person' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One person: what is in their hands, since when, and what was. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const person = await getPerson(viewer, id);
  const base = `/${viewer.council.slug}`;
  const { vocabulary } = viewer.council;
  return (
    <>
      <Said asked={await searchParams} />
      <PageHeading
        title={person.name}
        lead={person.does ?? undefined}
        crumbs={[{ href: `${base}/people`, label: 'Who leads what' }]}
      >
        <SummaryList
          facts={[
            ['Organisation', person.organisation?.name],
            ['Role', person.roles.map((role) => vocabulary[`role.${role}`] ?? role).join(', ') || 'None today'],
            ['Last day', person.leftOn && formatDate(person.leftOn)],
          ]}
        />
      </PageHeading>
      <LeftBehind person={person} />
      <InTheirHands person={person} base={base} />
      {person.mayAssign && <ChangeHands person={person} council={viewer.council.slug} />}
    </>
  );
}

/** What somebody who has left, or will soon, leaves without anybody. */
function LeftBehind({ person: { leftOn, holds, actions, drafts, hasLeft } }: { person: Person }) {
  if (!leftOn) return null;
  const stays = holds.filter(({ endsOn }) => endsOn === null || endsOn > leftOn);
  // A draft that somebody else can go on with has been handed over.
  const stuck = drafts.filter(({ others }) => others.length === 0);
  const open = [
    stays.length > 0 && count(stays.length, 'thing they lead or stand in for', 'things they lead or stand in for'),
    actions > 0 && `${count(actions, 'action')} to do`,
    stuck.length > 0 && `${count(stuck.length, 'update')} under way`,
  ].filter(Boolean);
  if (open.length === 0) {
    return (
      <Notice
        kind="success"
        title={hasLeft ? 'Has left; everything was handed over' : 'Is leaving; everything is handed over'}
      />
    );
  }
  return (
    <Notice kind="warning" title={hasLeft ? 'Has left something behind' : 'Is leaving something behind'}>
      <p>{open.join(', ')}. Until it is handed over, nobody answers for it after their last day.</p>
    </Notice>
  );
}

function Said({ asked: { handed, left, stays } }: { asked: Record<string, string | string[] | undefined> }) {
  const things = typeof handed === 'string' && /^\d{1,5}$/.test(handed) ? Number(handed) : 0;
  const sentence =
    (things > 0 && `Handed over: ${count(things, 'thing')}`) ||
    (left === '1' && 'The last day is recorded') ||
    (stays === '1' && 'Taken back: the roles go on');
  return sentence ? <Notice kind="success" title={sentence} announce /> : null;
}
