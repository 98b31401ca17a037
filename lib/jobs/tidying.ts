import 'server-only';
import { clock } from '#lib/clock.ts';
import { inCouncil } from '#lib/db.ts';

const keptDays = 30;

/** Keys of forms that nobody can send a second time any more. */
export async function forgetOldKeys(councilId: string): Promise<void> {
  const before = new Date(clock().getTime() - keptDays * 86_400_000);
  await inCouncil(councilId, (db) => db.idempotencyKey.deleteMany({ where: { councilId, at: { lt: before } } }));
}
