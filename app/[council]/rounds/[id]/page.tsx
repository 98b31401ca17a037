import type { Metadata } from 'next';
import { commitmentsMarkup } from '#components/rounds/commitments-markup.ts';
import { DoneNotice } from '#components/rounds/done-notice.tsx';
import { LeadTable } from '#components/rounds/lead-table.tsx';
import { NudgeAll } from '#components/rounds/nudge-all.tsx';
import { RoundDaysSection } from '#components/rounds/round-days.tsx';
import { StateTag } from '#components/rounds/rounds-table.tsx';
import { Details } from '#components/ui/details.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { Tally } from '#components/ui/tally.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDay } from '#lib/format.ts';
import { getRound } from '#lib/rounds/overview.ts';
import { roundName } from '#lib/updates/words.ts';

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'A reporting round' };

/** A round as it fills: who has sent, who has not, and what the officer can do about it. */
export default async function RoundPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const round = await getRound(viewer, id);
  const { slug, rules } = viewer.council;
  const { counts, state, unled } = round;
  const base = `/${slug}`;
  const isOpen = state === 'open' || state === 'reopened';
  const name = roundName(round.meetingAt);
  return (
    <>
      <DoneNotice asked={await searchParams} />
      <PageHeading
        title={name.charAt(0).toUpperCase() + name.slice(1)}
        lead={`${counts.sent} of ${count(counts.asked, 'update')} sent.`}
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/rounds`, label: 'Reporting rounds' },
        ]}
      >
        <SummaryList
          facts={[
            ['Now', <StateTag key="state" state={state} />],
            ['Opens', formatDay(round.opensOn)],
            ['Due', formatDay(round.dueOn)],
            ['Closes', formatDay(round.closesOn)],
            ['Open again until', state === 'reopened' && round.reopenedUntil && formatDay(round.reopenedUntil)],
            ['Meeting', `${formatDay(round.meetingAt)}: ${round.themeName}`],
          ]}
        />
      </PageHeading>
      {state !== 'coming' && (
        <Tally
          items={[
            { count: counts.sent, label: 'sent' },
            { count: counts.begun + counts.returned, label: 'on their way' },
            { count: counts.nothing, label: 'nothing yet' },
          ]}
        />
      )}
      {unled.length > 0 && (
        <Notice kind="warning" title={`${count(unled.length, 'commitment has', 'commitments have')} no lead`}>
          <p>Nobody is asked for {unled.map(({ ref }) => ref).join(', ')}. Give each a lead.</p>
        </Notice>
      )}
      <h2>Who has sent their updates</h2>
      {isOpen && <NudgeAll round={round} council={slug} gapDays={rules.messageGapDays} />}
      <LeadTable round={round} council={slug} mayNudge={isOpen} gapDays={rules.messageGapDays} />
      <Details summary={`See ${count(round.commitments.length, 'commitment')} one by one`}>
        <Markup html={commitmentsMarkup(round.commitments, base)} />
      </Details>
      <RoundDaysSection round={round} council={slug} />
    </>
  );
}
