import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import { can } from '#lib/permissions.ts';
import { readPromises, withStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { leadIdsOf, loadAnswering } from '#lib/voice/answering.ts';
import { whyClosed, youngView } from '#lib/voice/rules.ts';
import { readSaidRows, withVoice, youngVoice } from '#lib/voice/said.ts';

/** Every promise with both verdicts, and what waits for an answer. */
export const getVoice = query(async (viewer, db) => {
  const now = clock();
  const promises = withStandings(await readPromises(db, now), await commitmentStandings(viewer, db, now), now);
  const said = await readSaidRows(db, now);
  const { disclosureThreshold } = viewer.council.rules;
  const rounds = await readRounds(db);
  const waitingWords = can.manageVoice(viewer)
    ? await db.promiseRating.count({ where: { councilId: viewer.councilId, moderation: 'waiting', why: { not: '' } } })
    : 0;
  return {
    promises: withVoice(promises, said, disclosureThreshold),
    round: openRound(rounds, today(now)),
    mayRate: can.ratePromises(viewer),
    mayManage: can.manageVoice(viewer),
    waitingWords,
  };
});

const selectWords = { id: true, why: true } as const;

type Promised = { id: string; commitments: readonly { id: string }[] };

/** Everything that was said of one promise, round by round, the newest first: what may be shown, and the answers. */
export const getPromiseVoice = query(async (viewer, db, promise: Promised) => {
  const { councilId, council } = viewer;
  const threshold = council.rules.disclosureThreshold;
  const rows = await readSaidRows(db, clock(), { promiseId: promise.id });
  const words = await db.promiseRating.findMany({
    where: { councilId, promiseId: promise.id, moderation: 'shown', why: { not: '' } },
    select: { ...selectWords, roundId: true, personId: true },
    orderBy: { id: 'asc' },
  });
  const rounds = rows
    .map(({ roundId, meetingAt, answer, answeredAt, ...row }) => ({
      roundId,
      meetingAt,
      answer,
      answeredAt,
      view: youngView(row, threshold),
      words: words.filter((one) => one.roundId === roundId),
    }))
    .filter((round) => round.view.by !== null || round.view.counts.total !== 0 || round.words.length > 0);
  const commitmentIds = promise.commitments.map(({ id }) => id);
  const leadIds = can.manageVoice(viewer) || rounds.length === 0 ? [] : await leadIdsOf(db, commitmentIds);
  return { ...youngVoice(rows, promise.id, threshold), rounds, mayAnswer: can.writeAnswer(viewer, { leadIds }) };
});
export type PromiseVoice = Awaited<ReturnType<typeof getPromiseVoice>>;

/** The form of a representative: the open round, and what they have said in it. */
export const getRating = query(async (viewer, db) => {
  if (!can.ratePromises(viewer)) return forbidden();
  const { councilId, personId } = viewer;
  const rounds = await readRounds(db);
  const round = openRound(rounds, today());
  const mine = round
    ? await db.promiseRating.findMany({
        where: { councilId, personId, roundId: round.id },
        select: { promiseId: true, rating: true, why: true },
      })
    : [];
  const saved: Record<string, string> = {};
  for (const { promiseId, rating, why } of mine) {
    saved[`rating-${promiseId}`] = rating;
    saved[`why-${promiseId}`] = why;
  }
  const promises = await readPromises(db, clock());
  return {
    rounds,
    round,
    saved,
    today: today(),
    promises: promises.map(({ id, number, plainTitle, plainWords }) => ({ id, number, plainTitle, plainWords })),
  };
});

/** The links of groups, the newest first, and the rounds that a new one can be for. Never their codes. */
export const listLinks = query(async (viewer, db) => {
  if (!can.manageVoice(viewer)) return forbidden();
  const { councilId } = viewer;
  const now = today();
  const rounds = (await readRounds(db)).filter((round) => round.closesOn >= now);
  const links = await db.voiceLink.findMany({
    where: { councilId },
    orderBy: { madeAt: 'desc' },
    select: {
      id: true,
      groupName: true,
      places: true,
      opensOn: true,
      closesOn: true,
      revokedAt: true,
      round: { select: { opensOn: true, closesOn: true, meeting: { select: { startsAt: true } } } },
    },
  });
  const used = await db.promiseRating.groupBy({
    by: ['linkId', 'visit'],
    where: { councilId, linkId: { in: links.map(({ id }) => id) } },
  });
  return {
    rounds,
    today: now,
    links: links.map((link) => ({
      ...link,
      closed: whyClosed(link, now),
      used: used.filter(({ linkId }) => linkId === link.id).length,
    })),
  };
});
export type GroupLink = Awaited<ReturnType<typeof listLinks>>['links'][number];

const selectForModeration = {
  ...selectWords,
  moderation: true,
  moderationReason: true,
  moderatedBy: { select: { name: true } },
  promise: { select: { number: true, plainTitle: true } },
  link: { select: { groupName: true } },
} as const;

/** Words that nobody has read yet, and those that were decided on lately. */
export const listWords = query(async (viewer, db) => {
  if (!can.manageVoice(viewer)) return forbidden();
  const { councilId } = viewer;
  const waiting = await db.promiseRating.findMany({
    where: { councilId, moderation: 'waiting', why: { not: '' } },
    select: selectForModeration,
    orderBy: [{ ratedOn: 'asc' }, { id: 'asc' }],
  });
  const decided = await db.promiseRating.findMany({
    where: { councilId, moderation: { not: 'waiting' }, why: { not: '' } },
    select: selectForModeration,
    orderBy: [{ moderatedAt: 'desc' }, { id: 'asc' }],
    take: 30,
  });
  return { waiting, decided };
});
export type Words = Awaited<ReturnType<typeof listWords>>['waiting'][number];

/** What an answer is written to. */
export const getAnswering = query(async (viewer, db, number: number, roundId: string) => {
  if (!z.uuid().safeParse(roundId).success) return notFound();
  const answering = await loadAnswering(viewer, db, { number, roundId });
  if (!answering) return notFound();
  if (!can.writeAnswer(viewer, answering)) return forbidden();
  return { ...answering, mayPublish: can.publishAnswer(viewer) };
});
