import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import type { People } from '#prisma/seed/cast.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

const strategyShape = z.object({
  title: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  note: z.string(),
  adoption: z.object({ body: z.string(), date: z.iso.date(), note: z.string() }),
  testQuestions: z.array(z.string()),
  priorities: z.array(
    z.object({
      key: z.string(),
      shortTitle: z.string(),
      title: z.string(),
      vision: z.string(),
      outcome: z.string(),
      publishedOrder: z.int(),
      displayOrder: z.int(),
      commitments: z.array(z.object({ number: z.int(), title: z.string(), wording: z.string() })),
    }),
  ),
});

const promiseShape = z.object({
  number: z.int(),
  wording: z.string(),
  plainWords: z.string(),
  plainTitle: z.string(),
  whyLinked: z.string(),
  commitments: z.array(z.string()),
  indicators: z.array(z.string()),
});

/** Ids by what people call things: a priority's key, a commitment's reference, a promise's number. */
export type Strategy = {
  id: string;
  priorities: Map<string, string>;
  commitments: Map<string, string>;
  priorityOf: Map<string, string>;
  promises: Map<number, string>;
  promiseIndicators: { promiseId: string; indicator: string }[];
};

/** The strategy, its priorities and commitments, who leads them, and the promises with the commitments behind them. */
export async function seedStrategy({ db, councilId }: Seeding, people: People): Promise<Strategy> {
  const { priorities, adoption, startsOn, endsOn, note, title, testQuestions } = readContent(
    'strategy.json',
    strategyShape,
  );
  const promises = readContent('promises.json', z.array(promiseShape));
  const id = crypto.randomUUID();
  await db.strategy.create({
    data: {
      councilId,
      id,
      key: `${startsOn.slice(0, 4)}-${endsOn.slice(2, 4)}`,
      title,
      testQuestions,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      adoptedBy: adoption.body,
      adoptedOn: day(adoption.date),
      note: `${note} ${adoption.note}`,
    },
  });

  const withIds = priorities.map((priority) => ({ ...priority, id: crypto.randomUUID() }));
  await db.priority.createMany({
    data: withIds.map(({ commitments: _, ...priority }) => ({ councilId, strategyId: id, ...priority })),
  });
  const commitments = withIds.flatMap((priority) =>
    priority.commitments.map((commitment) => ({
      ...commitment,
      id: crypto.randomUUID(),
      priorityId: priority.id,
      ref: `${priority.shortTitle} ${commitment.number}`,
      slug: `${priority.key}-${commitment.number}`,
      publishedOrder: commitment.number,
      displayOrder: commitment.number,
    })),
  );
  await db.commitment.createMany({ data: commitments.map((commitment) => ({ councilId, ...commitment })) });
  await db.assignment.createMany({
    data: withIds.flatMap(({ key, id: priorityId }) => {
      const personId = people.leads.get(key);
      return personId ? [{ councilId, personId, kind: 'lead' as const, priorityId, startsOn: people.since }] : [];
    }),
  });

  const byRef = new Map(commitments.map((commitment) => [commitment.ref, commitment.id]));
  const promisesWithIds = promises.map((promise) => ({ ...promise, id: crypto.randomUUID() }));
  await db.promise.createMany({
    data: promisesWithIds.map(({ commitments: _, indicators: __, ...promise }) => ({
      councilId,
      strategyId: id,
      publishedOrder: promise.number,
      displayOrder: promise.number,
      ...promise,
    })),
  });
  await db.promiseCommitment.createMany({
    data: promisesWithIds.flatMap((promise) =>
      promise.commitments.map((ref) => ({
        councilId,
        promiseId: promise.id,
        commitmentId: known(byRef, ref),
      })),
    ),
  });

  return {
    id,
    priorities: new Map(withIds.map(({ key, id: priorityId }) => [key, priorityId])),
    commitments: byRef,
    priorityOf: new Map(
      withIds.flatMap(({ key, shortTitle, commitments: own }) =>
        own.map(({ number }) => [`${shortTitle} ${number}`, key] as const),
      ),
    ),
    promises: new Map(promisesWithIds.map(({ number, id: promiseId }) => [number, promiseId])),
    promiseIndicators: promisesWithIds.flatMap((promise) =>
      promise.indicators.map((indicator) => ({ promiseId: promise.id, indicator })),
    ),
  };
}

/** The id behind a name in a content file. A name that leads nowhere stops the seed. */
export function known<K>(ids: Map<K, string>, name: K): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The seed names "${String(name)}", which is not there`);
  return id;
}
