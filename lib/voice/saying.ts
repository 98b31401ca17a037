import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Saying } from '#lib/voice/schema.ts';

/** A representative's ratings of a round. Words that were changed wait to be read again before they are shown. */
export async function saveAsRepresentative(
  { councilId, personId }: Viewer,
  db: Db,
  { roundId, said }: { roundId: string; said: readonly Saying[] },
): Promise<void> {
  for (const { promiseId, rating, why } of said) {
    const which = { councilId, promiseId, roundId, personId };
    const before = await db.promiseRating.findUnique({ where: { councilId_promiseId_roundId_personId: which } });
    if (!before) {
      await db.promiseRating.create({ data: { ...which, rating, why, ratedOn: today() } });
      continue;
    }
    const unread = { moderation: 'waiting', moderatedById: null, moderatedAt: null, moderationReason: '' } as const;
    await db.promiseRating.update({
      where: { councilId_promiseId_roundId_personId: which },
      data: { rating, why, ratedOn: today(), ...(before.why !== why && unread) },
    });
  }
}

type Link = { id: string; councilId: string; roundId: string; places: number };

/**
 * Ratings by a link that is held, so that two who send at once are counted one after the other.
 * @param visit the form that was sent: the same form sent again changes nothing
 * @returns false when it was sent before
 * @throws Refusal when every place is taken
 */
export async function saveAsGuest(
  db: Db,
  { id: linkId, councilId, roundId, places }: Link,
  { visit, said }: { visit: string; said: readonly Saying[] },
): Promise<boolean> {
  const visits = await db.promiseRating.groupBy({ by: ['visit'], where: { councilId, linkId } });
  if (visits.some((earlier) => earlier.visit === visit)) return false;
  if (visits.length >= places) {
    throw new Refusal('All the places of this code are used up. Ask who gave it to you for help.');
  }
  await db.promiseRating.createMany({
    data: said.map((saying) => ({
      ...saying,
      // Drawn, not counted up: an id that holds the time could point at somebody.
      id: crypto.randomUUID(),
      councilId,
      roundId,
      linkId,
      visit,
      ratedOn: today(),
    })),
  });
  return true;
}
