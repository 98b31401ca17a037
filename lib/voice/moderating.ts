import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { Moderation } from '#prisma/generated/enums.ts';

type Decision = { words: string; moderation: Moderation; moderationReason: string };

/** One decision on words. @throws Refusal when they are not the words that were read */
export async function moderate(viewer: Viewer, db: Db, id: string, decision: Decision): Promise<void> {
  const { words, ...change } = decision;
  const { count } = await db.promiseRating.updateMany({
    where: { councilId: viewer.councilId, id, why: words },
    data: { ...change, moderatedById: viewer.personId, moderatedAt: clock() },
  });
  if (count === 0) {
    throw new Refusal('Who wrote this has changed it in the meantime. Load the page again and read it first.');
  }
}
