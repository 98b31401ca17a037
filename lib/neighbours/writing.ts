import { day } from '#lib/calendar/rules.ts';
import type { SetContent } from '#lib/neighbours/models.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type Tables = Pick<Prisma.TransactionClient, 'neighbourSet' | 'neighbour'>;

/** Writes a set with its members. Sets are never changed: another one that starts later takes its place. */
export async function writeSet(
  db: Tables,
  councilId: string,
  { members, startsOn, ...set }: SetContent,
  chosenById: string | null = null,
): Promise<void> {
  const { id } = await db.neighbourSet.create({
    data: { councilId, ...set, startsOn: day(startsOn), chosenById },
    select: { id: true },
  });
  await db.neighbour.createMany({ data: members.map((member) => ({ councilId, setId: id, ...member })) });
}
