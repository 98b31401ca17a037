import { strategyContent } from '#lib/strategies/content.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';
import type { People } from '#prisma/seed/cast.ts';
import { contentFiles, readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

/** Ids by what people call things: a priority's key, a commitment's reference, a promise's number, a statistic's order. */
export type Strategy = {
  id: string;
  priorities: Map<string, string>;
  commitments: Map<string, string>;
  priorityOf: Map<string, string>;
  promises: Map<number, string>;
  statistics: Map<number, string>;
};

/** The strategies of a council, oldest first, and who leads the priorities of the last. @returns the last */
export async function seedStrategies({ db, councilId, folder }: Seeding, people: People): Promise<Strategy> {
  const contents = contentFiles(folder, 'strategy-').map((name) => readContent(name, strategyContent, folder));
  let last: Strategy | undefined;
  for (const content of contents.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const written = await writeContent(db, councilId, content);
    last = { ...written, priorityOf: new Map(content.commitments.map(({ ref, priority }) => [ref, priority])) };
  }
  if (!last) throw new Error(`prisma/seed/${folder} holds no strategy`);
  await db.assignment.createMany({
    data: [...last.priorities].flatMap(([key, priorityId]) => {
      const personId = people.leads.get(key);
      return personId ? [{ councilId, personId, kind: 'lead' as const, priorityId, startsOn: people.since }] : [];
    }),
  });
  return last;
}

/** The id behind a name in a content file. A name that leads nowhere stops the seed. */
export function known<K>(ids: ReadonlyMap<K, string>, name: K): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The seed names "${String(name)}", which is not there`);
  return id;
}
