import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { verdicts } from '#lib/promises/rules.ts';
import type { People } from '#prisma/seed/cast.ts';
import type { SeededRound } from '#prisma/seed/meetings.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const count = z.int().min(0).max(40);
const words = z.object({
  why: z.string(),
  rating: z.enum(verdicts),
  representative: z.boolean().default(false),
  moderation: z.enum(['shown', 'hidden', 'waiting']).default('shown'),
  reason: z.string().default(''),
});
const shape = z.object({
  groups: z.array(z.object({ name: z.string(), places: z.int() })).length(2),
  said: z.array(
    z.object({
      promise: z.int(),
      round: z.int().min(-1).max(0),
      kept: count,
      partly: count,
      notYet: count,
      cannotTell: count,
      representative: z.enum(verdicts).optional(),
      words: z.array(words).default([]),
      answer: z.string().optional(),
    }),
  ),
});
type Said = z.infer<typeof shape>['said'][number];
type Parts = { people: People; strategy: Strategy; rounds: Map<number, SeededRound> };

/** What made-up young people say of the promises: last round, and the first few in the open one. */
export async function seedVoice({ db, councilId, today }: Seeding, { people, strategy, rounds }: Parts): Promise<void> {
  const { groups, said } = readContent('voice.json', shape);
  const thisDay = day(isoDay(today));
  const moderator = people.administratorId;
  for (const offset of [-1, 0]) {
    const round = rounds.get(offset);
    if (!round) throw new Error(`There is no round ${offset} for what young people say`);
    const inRound = said.filter((one) => one.round === offset);
    const links = groups.map((group) => ({ ...group, id: crypto.randomUUID() }));
    await db.voiceLink.createMany({
      data: links.map(({ id, name, places }) => ({
        councilId,
        id,
        roundId: round.id,
        groupName: name,
        places,
        // Nobody has these codes: a new link is made in a moment.
        codeHash: randomBytes(32).toString('base64url'),
        opensOn: round.opensOn,
        closesOn: round.dueOn,
        madeById: moderator,
      })),
    });
    const visits = Array.from({ length: 40 }, (_, index) => ({
      visit: crypto.randomUUID(),
      linkId: links[index % links.length]?.id ?? null,
    }));
    const ratedOn = new Date(Math.min(addDays(round.opensOn, 14).getTime(), thisDay.getTime()));
    const shared = { councilId, roundId: round.id, ratedOn };
    const speaker = known(people.byKey, 'young-peoples-representative');
    await db.promiseRating.createMany({
      data: inRound.flatMap((one) => {
        const promiseId = known(strategy.promises, one.promise);
        const groupRatings = ratingsOf(one).map((rating, index) => ({ ...visits[index], ...rating }));
        const spoken = one.words.find((text) => text.representative);
        const own = one.representative ? [{ personId: speaker, rating: one.representative, ...moderated(spoken) }] : [];
        return [...groupRatings, ...own].map((rating) => ({ ...shared, promiseId, ...rating, ...decidedBy(rating) }));
      }),
    });
    await db.answer.createMany({
      data: inRound.flatMap(({ promise, answer }) =>
        answer
          ? {
              councilId,
              roundId: round.id,
              promiseId: known(strategy.promises, promise),
              words: answer,
              personId: moderator,
              publishedAt: addDays(round.dueOn, 3),
            }
          : [],
      ),
    });
  }

  function decidedBy({ moderation }: { moderation?: string }) {
    return moderation && moderation !== 'waiting' ? { moderatedById: moderator, moderatedAt: today } : {};
  }
}

type Words = z.infer<typeof words>;

const moderated = (text: Words | undefined) =>
  text ? { why: text.why, moderation: text.moderation, moderationReason: text.reason } : {};

/** One rating for each that is counted; the words go to ratings of their kind. */
function ratingsOf(said: Said) {
  return verdicts.flatMap((rating) => {
    const texts = said.words.filter((text) => text.rating === rating && !text.representative);
    return Array.from({ length: said[rating] }, (_, index) => ({ rating, ...moderated(texts[index]) }));
  });
}
