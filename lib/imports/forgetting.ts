import 'server-only';
import { clock } from '#lib/clock.ts';
import { inCouncil } from '#lib/db.ts';
import { letGo } from '#lib/imports/storage.ts';

/** A file waits this long for somebody to say what it means, and to save it. */
const waitDays = 14;

/** Lets go of files that nobody came back for. */
export async function forgetOldFiles(councilId: string): Promise<void> {
  const before = new Date(clock().getTime() - waitDays * 86_400_000);
  const old = await inCouncil(councilId, async (db) => {
    const where = { state: { in: ['waiting', 'ready'] as ('waiting' | 'ready')[] }, at: { lt: before } };
    const rows = await db.import.findMany({ where, select: { id: true } });
    await db.import.updateMany({ where, data: { state: 'cancelled', cancelledAt: clock(), finishedAt: clock() } });
    return rows;
  });
  for (const { id } of old) await letGo(councilId, id);
}
