import type { Db } from '#lib/db.ts';

/** Who did it; nobody for what the product did by itself and what came by an anonymous link. */
type Doer = { councilId: string; personId: string | null };

/**
 * One line in the council's trail, in the transaction of the write; call it last, for other writes of the council
 * wait from here on. `subject` is a reference or an id, never text.
 */
export async function recordAudit(db: Db, doer: Doer, operation: string, subject: string): Promise<void> {
  await db.auditEvent.create({
    data: { councilId: doer.councilId, personId: doer.personId, operation, subject },
  });
}

/** The same for many things that one act changed: a line each, in order. */
export async function recordAudits(db: Db, doer: Doer, operation: string, subjects: readonly string[]): Promise<void> {
  const { councilId, personId } = doer;
  await db.auditEvent.createMany({ data: subjects.map((subject) => ({ councilId, personId, operation, subject })) });
}
