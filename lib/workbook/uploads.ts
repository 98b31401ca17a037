import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { type StrategyContent, strategyContent } from '#lib/strategies/content.ts';
import { readContent } from '#lib/strategies/reading-content.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';

/** How long an upload waits to be looked at and saved. */
const waitHours = 24;

/** What the council's strategy of this key is now; null when it has none. */
export async function readCurrent(db: Db, key: string): Promise<StrategyContent | null> {
  const strategy = await db.strategy.findFirst({ where: { key }, select: { id: true } });
  return strategy && readContent(db, strategy.id);
}

/** What an upload would be laid over, as a mark: it is saved only while this is still so. */
export const basisOf = (current: StrategyContent | null) => markOf(current);

/**
 * Writes it, sees whether anything stands against it, and undoes it: what would be refused when it is saved is
 * refused before anybody has looked through a preview.
 * @throws Refusal as writing does
 */
export async function rehearse({ councilId, personId }: Viewer, db: Db, content: StrategyContent): Promise<void> {
  await db.$executeRaw`SAVEPOINT rehearsal`;
  try {
    await writeContent(db, councilId, content, { personId, reason: 'rehearsal' });
  } finally {
    await db.$executeRaw`ROLLBACK TO SAVEPOINT rehearsal`;
  }
}

/** Keeps an upload until it is saved or its time is over, and lets go of those whose time is. */
export async function keepUpload(
  { councilId, personId }: Viewer,
  db: Db,
  { fileName, content }: { fileName: string; content: StrategyContent },
): Promise<string> {
  const at = clock();
  await db.uploadedWorkbook.deleteMany({ where: { expiresAt: { lt: at } } });
  const expiresAt = new Date(at.getTime() + waitHours * 60 * 60 * 1_000);
  const { id } = await db.uploadedWorkbook.create({
    data: { councilId, personId, fileName: fileName.slice(0, 200), content, at, expiresAt },
    select: { id: true },
  });
  return id;
}

/** An upload of this person, held for the transaction; null when there is none, or its time is over. */
export async function loadUpload({ councilId, personId }: Viewer, db: Db, id: string) {
  await db.$queryRaw`SELECT 1 FROM "UploadedWorkbook" WHERE "councilId" = ${councilId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const found = await db.uploadedWorkbook.findFirst({ where: { id, personId, expiresAt: { gte: clock() } } });
  if (!found) return null;
  // A workbook of values lies in the same table.
  const read = strategyContent.safeParse(found.content);
  if (!read.success) return null;
  const content = read.data;
  await db.$queryRaw`SELECT 1 FROM "Strategy" WHERE key = ${content.key} FOR UPDATE`;
  return { ...found, content, current: await readCurrent(db, content.key) };
}
type Upload = NonNullable<Awaited<ReturnType<typeof loadUpload>>>;

/** @throws Refusal when it was saved before, or the strategy is no longer what the preview was held against */
export function checkUpload({ savedAt, current }: Upload, shown: string): void {
  if (savedAt) throw new Refusal('This workbook was saved already. Nothing was changed again.');
  if (basisOf(current) !== shown) {
    throw new Refusal(
      'The strategy changed after this page was shown. Load the page again and look at the changes once more.',
    );
  }
}
