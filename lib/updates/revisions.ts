import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { selectEvidence } from '#lib/evidence/rules.ts';
import { contentOf, type SentContent } from '#lib/updates/drafts.ts';

/** Keeps what was sent just now, with the comment that it answers. */
export async function recordRevision(viewer: Viewer, db: Db, updateId: string): Promise<void> {
  const { councilId } = viewer;
  const update = await db.update.findUniqueOrThrow({
    where: { councilId_id: { councilId, id: updateId } },
    include: { evidence: { select: selectEvidence, orderBy: { id: 'asc' } }, _count: { select: { revisions: true } } },
  });
  const { authorId, comment, submittedAt, savedAt } = update;
  await db.updateRevision.create({
    data: {
      councilId,
      updateId,
      number: update._count.revisions + 1,
      authorId,
      content: contentOf(update),
      comment,
      sentAt: submittedAt ?? savedAt,
    },
  });
}

/** What was sent before the latest sending, latest first; only `recordRevision` and the seed write them. */
export async function readEarlier(viewer: Viewer, db: Db, updateId: string) {
  const rows = await db.updateRevision.findMany({
    where: { councilId: viewer.councilId, updateId },
    orderBy: { number: 'desc' },
    select: { number: true, content: true, comment: true, sentAt: true },
  });
  return rows.slice(1).map(({ content, ...row }) => ({ ...row, content: content as SentContent }));
}
