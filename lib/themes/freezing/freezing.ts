import 'server-only';
import { hashOf } from '#lib/reports/snapshot.ts';
import type { FrozenContent } from '#lib/themes/freezing/rules.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type Frozen = { councilId: string; themeId: string; meetingId: string; frozenById: string; content: FrozenContent };

/** Writes an edition down. What is hashed is what JSON keeps: a value that JSON leaves out must not be in the sum. */
export async function storeFrozen(
  db: Pick<Prisma.TransactionClient, 'frozenDashboard'>,
  { content, ...of }: Frozen,
): Promise<void> {
  const stored = JSON.parse(JSON.stringify(content));
  const { edition, frozenAt } = content;
  await db.frozenDashboard.create({ data: { ...of, edition, content: stored, hash: hashOf(stored), frozenAt } });
}
