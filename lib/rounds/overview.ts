import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readFilling } from '#lib/rounds/filling.ts';
import { planRound } from '#lib/rounds/planning.ts';
import { countsOf, isSamePlan, progressByLead, stateOfRound } from '#lib/rounds/progress.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { readTold } from '#lib/rounds/telling.ts';

// What the pages of rounds show. Apart from queries.ts, which the job worker reads too: it has no pages to answer.

const selectMeeting = { id: true, startsAt: true, theme: { select: { name: true } } } as const;

/** Every round, the latest meeting first, and the meetings to come that have none. */
export const listRounds = query(async (viewer, db) => {
  if (!can.runRounds(viewer)) return forbidden();
  const now = today();
  const rounds = await readRounds(db);
  const meetings = await db.meeting.findMany({
    where: { councilId: viewer.councilId, startsAt: { gt: clock() }, round: { is: null } },
    orderBy: { startsAt: 'asc' },
    select: selectMeeting,
  });
  return {
    rounds: rounds.map((round) => ({ ...round, state: stateOfRound(round, rounds, now) })).toReversed(),
    meetings: meetings.map((meeting) => ({ ...meeting, plan: planRound(meeting.startsAt, viewer.council.rules) })),
  };
});

/** A meeting without a round, with the days that the council's rules give. */
export const getPlan = query(async (viewer, db, meetingId: string) => {
  if (!can.runRounds(viewer)) return forbidden();
  if (!z.uuid().safeParse(meetingId).success) return notFound();
  const meeting = await db.meeting.findFirst({
    where: { councilId: viewer.councilId, id: meetingId, round: { is: null } },
    select: selectMeeting,
  });
  return meeting ? { ...meeting, plan: planRound(meeting.startsAt, viewer.council.rules) } : notFound();
});

/** A round as it fills: who has sent, who has not, who was told what. */
export const getRound = query(async (viewer, db, id: string) => {
  if (!can.runRounds(viewer)) return forbidden();
  const now = today();
  const rounds = await readRounds(db);
  const round = rounds.find((one) => one.id === id) ?? notFound();
  const filling = await readFilling(db, round, now);
  const told = await readTold(db, viewer.councilId, id);
  const { rules } = viewer.council;
  const plan = planRound(round.meetingAt, rules);
  return {
    ...round,
    today: now,
    state: stateOfRound(round, rounds, now),
    counts: countsOf(filling.commitments),
    commitments: filling.commitments.map((one) => ({
      ...one,
      leadNames: one.leads.map((lead) => filling.people.get(lead) ?? '').join(', '),
    })),
    ...progressByLead(filling, told, now, rules.messageGapDays),
    /** The days by the rules, where the round has others: its meeting may have moved. */
    plan: isSamePlan(plan, round) ? null : plan,
    reopenings: await readReopenings(viewer, db, id),
  };
});
export type RoundPage = Awaited<ReturnType<typeof getRound>>;

async function readReopenings(viewer: Viewer, db: Db, roundId: string) {
  return db.roundReopening.findMany({
    where: { councilId: viewer.councilId, roundId },
    orderBy: { at: 'desc' },
    select: { id: true, reason: true, untilOn: true, at: true, person: { select: { name: true } } },
  });
}
