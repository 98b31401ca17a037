import { z } from 'zod';
import { addDays, daysBetween } from '#lib/calendar/rules.ts';
import { statusKinds } from '#lib/councils/settings.ts';
import { contentOf } from '#lib/updates/drafts.ts';
import type { People } from '#prisma/seed/cast.ts';
import type { SeededRound } from '#prisma/seed/meetings.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const shape = z.object({
  commitment: z.string(),
  round: z.int().min(-4).max(0),
  status: z.enum(statusKinds),
  reason: z.string().default(''),
  done: z.string(),
  difference: z.string(),
  howWeKnow: z.string().default(''),
  next: z.string(),
  state: z.enum(['published', 'submitted', 'returned']).default('published'),
  comment: z.string().default(''),
  evidence: z.array(z.object({ title: z.string(), url: z.url() })).default([]),
});

type Parts = { people: People; strategy: Strategy; rounds: Map<number, SeededRound> };

/** A year of made-up updates, marked as such. @returns how many */
export async function seedUpdates(
  { db, councilId, today }: Seeding,
  { people, strategy, rounds }: Parts,
): Promise<number> {
  const updates = [...strategy.priorities.keys()]
    .flatMap((key) => readContent(`updates-${key}.json`, z.array(shape)))
    .map((update, index) => ({ ...update, id: crypto.randomUUID(), index }));

  await db.update.createMany({
    data: updates.map(({ commitment, round: offset, evidence: _, index, state, ...texts }) => {
      const round = rounds.get(offset);
      if (!round) throw new Error(`There is no round ${offset} for ${commitment}`);
      const submittedAt = momentWithin(round, today, index);
      const decided =
        state === 'published' ? new Date(Math.min(addDays(submittedAt, 2).getTime(), today.getTime())) : null;
      return {
        councilId,
        ...texts,
        commitmentId: known(strategy.commitments, commitment),
        roundId: round.id,
        authorId: known(people.leads, strategy.priorityOf.get(commitment) ?? ''),
        // Evidence cannot be added to what is published: these are published below.
        state: state === 'published' ? ('approved' as const) : state,
        startedAt: submittedAt,
        savedAt: submittedAt,
        submittedAt,
        approvedAt: decided,
        approverId: decided && people.administratorId,
        demo: true,
      };
    }),
  });
  await db.evidence.createMany({
    data: updates.flatMap(({ id, evidence }) => evidence.map((link) => ({ councilId, updateId: id, ...link }))),
  });
  await db.updateRevision.createMany({
    data: (await db.update.findMany({ where: { councilId }, include: { evidence: true } })).map((update) => ({
      councilId,
      updateId: update.id,
      number: 1,
      authorId: update.authorId,
      content: contentOf(update),
      sentAt: update.submittedAt ?? today,
    })),
  });
  await db.$executeRaw`
    UPDATE "Update" SET state = 'published', "publishedAt" = "approvedAt", "publisherId" = "approverId"
     WHERE state = 'approved'`;
  return updates.length;
}

/** A moment between the opening of a round and its due day, never later than now: spread, and the same each time. */
function momentWithin(round: SeededRound, today: Date, index: number): Date {
  const last = Math.min(daysBetween(round.opensOn, round.dueOn), daysBetween(round.opensOn, today));
  const offset = last - ((index * 7) % Math.max(1, Math.min(last, 21)));
  const moment = addDays(round.opensOn, Math.max(0, offset)).getTime() + (9 * 60 + ((index * 37) % 420)) * 60_000;
  return new Date(Math.min(moment, today.getTime()));
}
