import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';

/** One line in the council's trail, in the transaction of the write. `subject` is a reference or an id, never text. */
export async function recordAudit(db: Db, viewer: Viewer, operation: string, subject: string): Promise<void> {
  await db.auditEvent.create({
    data: { councilId: viewer.councilId, personId: viewer.personId, operation, subject },
  });
}
