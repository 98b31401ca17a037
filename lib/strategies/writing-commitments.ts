import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { freeSlug } from '#lib/strategies/rules.ts';
import type { Writing, Written } from '#lib/strategies/writing-content.ts';
import { bring, idsFor, idsGone } from '#lib/strategies/writing-rows.ts';

type Row = StrategyContent['commitments'][number];

export async function writeCommitments(
  { db, councilId, content, strategyId }: Writing,
  priorities: ReadonlyMap<string, string>,
): Promise<Written<string>> {
  const rows = await db.commitment.findMany({ where: { priority: { strategyId } } });
  const kept = new Map(rows.map((row) => [row.ref, row]));
  const names = content.commitments.map(({ ref }) => ref);
  const ids = idsFor(kept, names);
  const carried = await findCarried(db, content.commitments);
  const wanted = new Map(
    content.commitments.map(({ ref, parent, priority, carriedFrom, indicators: _, ...data }) => [
      ref,
      {
        ...data,
        priorityId: priorities.get(priority) as string,
        parentId: parent === null ? null : (ids.get(parent) as string),
        carriedFromId: carriedFrom && carried(carriedFrom),
      },
    ]),
  );
  const slugs = await slugsOf(db, content, kept);
  const reworded = await bring({
    noun: 'commitment',
    kept,
    wanted,
    ids,
    create: (fresh) =>
      db.commitment.createMany({
        data: fresh.map(({ name, id, data }) => ({
          councilId,
          id,
          ref: name,
          slug: slugs.get(name) as string,
          ...data,
        })),
      }),
    change: (id, data) =>
      db.commitment.update({
        where: { councilId_id: { councilId, id } },
        data: { ...data, version: { increment: 1 } },
      }),
  });
  return { ids, gone: idsGone(kept, names), reworded };
}

/** "home-4", and "home-4-1" for the first under it: of a commitment that is there already, what it always was. */
async function slugsOf(db: Db, { key, commitments }: StrategyContent, kept: ReadonlyMap<string, { slug: string }>) {
  const all = await db.commitment.findMany({ select: { slug: true } });
  const taken = new Set(all.map(({ slug }) => slug));
  const byRef = new Map(commitments.map((row) => [row.ref, row]));
  const numbers = ({ parent, number }: Row): number[] => {
    const above = parent === null ? undefined : byRef.get(parent);
    return [...(above ? numbers(above) : []), number];
  };
  const slugs = new Map<string, string>();
  for (const row of commitments) {
    const slug = kept.get(row.ref)?.slug ?? freeSlug([row.priority, ...numbers(row)].join('-'), key, taken);
    slugs.set(row.ref, slug);
    taken.add(slug);
  }
  return slugs;
}

async function findCarried(db: Db, commitments: readonly Row[]) {
  const named = commitments.flatMap(({ carriedFrom }) => carriedFrom ?? []);
  const rows = await db.commitment.findMany({
    where: { OR: named.map(({ strategy, ref }) => ({ ref, priority: { strategy: { key: strategy } } })) },
    select: { id: true, ref: true, priority: { select: { strategy: { select: { key: true } } } } },
  });
  const ids = new Map(rows.map((row) => [JSON.stringify([row.priority.strategy.key, row.ref]), row.id]));
  return ({ strategy, ref }: { strategy: string; ref: string }): string => {
    const id = ids.get(JSON.stringify([strategy, ref]));
    const sentence = `There is no commitment "${ref}" in the strategy "${strategy}" that could be carried over.`;
    if (!id) throw new Refusal(sentence, { errors: { carriedFrom: sentence } });
    return id;
  };
}
