import { modelsOf } from '#lib/neighbours/models.ts';
import { writeSet } from '#lib/neighbours/writing.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** The published models, as every council starts with them. */
export async function seedNeighbours(db: Prisma.TransactionClient, councilId: string, code: string): Promise<void> {
  for (const model of modelsOf(code)) await writeSet(db, councilId, model);
}
