import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';

/**
 * Takes the key of a form for this person and operation. A second submit waits here until the first
 * has ended and then gets its answer: a double click makes one row.
 * @returns null when the key is new; otherwise the first run's answer
 */
export async function claimKey(
  db: Db,
  viewer: Viewer,
  operation: string,
  key: string,
): Promise<{ answer: string | null } | null> {
  const id = { councilId: viewer.councilId, personId: viewer.personId, operation, key };
  const claimed = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("councilId", "personId", operation, key)
    VALUES (${id.councilId}::uuid, ${id.personId}::uuid, ${operation}, ${key}::uuid) ON CONFLICT DO NOTHING`;
  if (claimed === 1) return null;
  return db.idempotencyKey.findUniqueOrThrow({
    where: { councilId_personId_operation_key: id },
    select: { answer: true },
  });
}

/** Keeps where the first run sent the person, for the runs after it. */
export async function recordAnswer(
  db: Db,
  viewer: Viewer,
  operation: string,
  key: string,
  answer: string,
): Promise<void> {
  await db.idempotencyKey.update({
    where: {
      councilId_personId_operation_key: {
        councilId: viewer.councilId,
        personId: viewer.personId,
        operation,
        key,
      },
    },
    data: { answer },
  });
}
