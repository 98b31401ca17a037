'use server';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { guestMutation, mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { readPromises } from '#lib/promises/queries.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { closedSentence } from '#lib/updates/words.ts';
import { loadAnswering, publishAnswer, saveAnswer } from '#lib/voice/answering.ts';
import { makeCode } from '#lib/voice/codes.ts';
import { councilOfCode, hashOfCode, loadLink, refuseClosed } from '#lib/voice/guest.ts';
import { moderate } from '#lib/voice/moderating.ts';
import { saveAsGuest, saveAsRepresentative } from '#lib/voice/saying.ts';
import {
  answerInput,
  hideInput,
  linkInput,
  rateInput,
  readSaid,
  revokeInput,
  type Saying,
  sayInput,
  showInput,
} from '#lib/voice/schema.ts';

/** What must be mended in what somebody said. @throws Refusal with it */
function saidOrRefuse(input: Readonly<Record<string, unknown>>, promises: Parameters<typeof readSaid>[1]): Saying[] {
  const { said, errors } = readSaid(input, promises);
  if (Object.keys(errors).length > 0)
    throw new Refusal('We did not get it yet. Your words are still here.', { errors });
  return said;
}

/** A representative of young people says which promises are kept; in an open round they may change what they said. */
export const ratePromises = mutation({
  operation: 'ratePromises',
  input: rateInput,
  async load(_viewer, db) {
    const rounds = await readRounds(db);
    return { rounds, round: openRound(rounds, today()), promises: await readPromises(db, clock()) };
  },
  allow: can.ratePromises,
  async run(viewer, db, input, { rounds, round, promises }) {
    if (!round) throw new Refusal(closedSentence(rounds, today()));
    const said = saidOrRefuse(input, promises);
    await saveAsRepresentative(viewer, db, { roundId: round.id, said });
    return { subject: `${said.length} promises`, to: `/${viewer.council.slug}/voice?sent=1` };
  },
});

/** Somebody of a group says it by the group's link, and stays unknown: no name, no network, no time but the day. */
export const sayByLink = guestMutation({
  operation: 'sayByLink',
  input: sayInput,
  find: ({ code }) => councilOfCode(code),
  async load(db, { code }) {
    const link = await loadLink(db, code, { hold: true });
    return link && { link, promises: await readPromises(db, clock()) };
  },
  allow: ({ link }) => refuseClosed(link, today()),
  async run(db, { visit, ...input }, { link, promises }) {
    const said = saidOrRefuse(input, promises);
    const isNew = await saveAsGuest(db, link, { visit, said });
    return { subject: isNew ? link.groupName : null, to: '/say/thank-you' };
  },
});

/** A link for a group, and its code, which is shown this once. */
export const makeVoiceLink = mutation({
  operation: 'makeVoiceLink',
  input: linkInput,
  load: (_viewer, db, { round }) => db.round.findFirst({ where: { id: round } }),
  allow: can.manageVoice,
  async run(viewer, db, { groupName, places, ...days }, round) {
    const [opensOn, closesOn] = [new Date(days.opensOn), new Date(days.closesOn)];
    const errors: Record<string, string> = {};
    if (opensOn < round.opensOn) errors.opensOn = 'The round opens later than this.';
    if (closesOn > round.closesOn) errors.closesOn = 'The round closes before this.';
    if (closesOn < opensOn || closesOn < today())
      errors.closesOn = 'The last day must be today or later, and not before the first.';
    if (Object.keys(errors).length > 0) throw new Refusal('The link was not made.', { errors });
    const code = makeCode();
    await db.voiceLink.create({
      data: {
        councilId: viewer.councilId,
        roundId: round.id,
        groupName,
        codeHash: hashOfCode(code),
        places,
        opensOn,
        closesOn,
        madeById: viewer.personId,
      },
    });
    return { subject: groupName, shownOnce: code };
  },
});

/** From now on nobody can use the link. What was said by it stays. */
export const revokeVoiceLink = mutation({
  operation: 'revokeVoiceLink',
  input: revokeInput,
  load: (_viewer, db, { link }) => db.voiceLink.findFirst({ where: { id: link } }),
  allow: can.manageVoice,
  async run(viewer, db, _input, { id, groupName }) {
    const { councilId } = viewer;
    await db.voiceLink.updateMany({ where: { councilId, id, revokedAt: null }, data: { revokedAt: clock() } });
    return { subject: groupName, to: `/${viewer.council.slug}/voice/links?revoked=1` };
  },
});

/** Words that can point at nobody are shown to everybody. */
export const showWords = mutation({
  operation: 'showWords',
  input: showInput,
  load: (_viewer, db, { rating }) => db.promiseRating.findFirst({ where: { id: rating } }),
  allow: can.manageVoice,
  async run(viewer, db, { words }, rating) {
    await moderate(viewer, db, rating.id, { words, moderation: 'shown', moderationReason: '' });
    return { subject: rating.id, to: `/${viewer.council.slug}/voice/words?decided=shown` };
  },
});

/** Words that could point at somebody, or hurt somebody, are not shown, for a reason that is kept. */
export const hideWords = mutation({
  operation: 'hideWords',
  input: hideInput,
  load: (_viewer, db, { rating }) => db.promiseRating.findFirst({ where: { id: rating } }),
  allow: can.manageVoice,
  async run(viewer, db, { words, reason }, rating) {
    await moderate(viewer, db, rating.id, { words, moderation: 'hidden', moderationReason: reason });
    return { subject: rating.id, to: `/${viewer.council.slug}/voice/words?decided=hidden` };
  },
});

/** The answer to what young people said of a promise in a round: written first, then published for good. */
export const writeAnswer = mutation({
  operation: 'writeAnswer',
  input: answerInput,
  load: (viewer, db, { promise, round }) => loadAnswering(viewer, db, { number: promise, roundId: round }),
  allow: can.writeAnswer,
  async run(viewer, db, { words, version, intent }, answering) {
    const { number, roundId } = answering;
    const base = `/${viewer.council.slug}/promises/${number}`;
    const form = `${base}/answer?round=${roundId}&saved=1`;
    if (intent === 'publish' && !can.publishAnswer(viewer)) {
      throw new Refusal('You can write the answer. An administrator publishes it.');
    }
    const id = await saveAnswer(viewer, db, answering, { words, version });
    if (intent === 'save') return { subject: `Promise ${number}, written`, to: form };
    await publishAnswer(viewer, db, answering, id);
    return { subject: `Promise ${number}, published`, to: `${base}?answered=1#young-people` };
  },
});
