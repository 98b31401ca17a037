import 'server-only';
import type { Db } from '#lib/db.ts';
import { isMailed } from '#lib/messages/rules.ts';
import type { MessageKind } from '#prisma/generated/enums.ts';

type New = {
  personId: string;
  kind: MessageKind;
  /** Unique for the person: a second message of this key is not written. */
  key: string;
  roundId?: string;
  subject: string;
  /** Paragraphs, and lines made by itemLine. */
  body: string;
  path: string;
};

/**
 * Writes messages, each once, and has them mailed to whom wants that; in the transaction that causes them, so that
 * there is neither a message without its mail nor a mail without its message.
 * @returns how many were new
 */
export async function sendMessages(db: Db, councilId: string, messages: readonly New[], now: Date): Promise<number> {
  if (messages.length === 0) return 0;
  const written = await db.message.createManyAndReturn({
    data: messages.map((message) => ({ councilId, createdAt: now, ...message })),
    skipDuplicates: true,
    select: { id: true, kind: true, person: { select: { mail: true, userId: true } } },
  });
  for (const { id, kind, person } of written) {
    if (person.userId === null || !isMailed(person.mail, kind)) continue;
    await db.$executeRaw`SELECT graphile_worker.enqueue_job('sendMail', ${id}::uuid)`;
  }
  return written.length;
}
