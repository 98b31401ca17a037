import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { query } from '#lib/query.ts';
import type { Sql } from '#lib/sql.ts';

/** How many messages are kept on one page; older ones are of rounds long closed. */
const shown = 100;

/** The viewer's own messages, the newest first. */
export const listMessages = query(async (viewer, db) => {
  const messages = await db.message.findMany({
    where: { councilId: viewer.councilId, personId: viewer.personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
    select: { id: true, subject: true, body: true, path: true, createdAt: true, readAt: true },
  });
  return {
    unread: messages.filter(({ readAt }) => readAt === null),
    read: messages.filter(({ readAt }) => readAt !== null),
  };
});
export type Message = Awaited<ReturnType<typeof listMessages>>['unread'][number];

/** How many messages the viewer has not read. One statement. */
export async function readUnread(viewer: Viewer, db: Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Message" WHERE "personId" = ${viewer.personId}::uuid AND "readAt" IS NULL`;
  return row?.n ?? 0;
}

/** What of one's messages comes by mail. */
export const getMailChoice = query(async (viewer, db) => {
  const { mail } = await db.person.findUniqueOrThrow({
    where: { councilId_id: { councilId: viewer.councilId, id: viewer.personId } },
    select: { mail: true },
  });
  return mail;
});
