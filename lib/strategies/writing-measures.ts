import type { Writing, Written } from '#lib/strategies/writing-content.ts';
import { bring, idsFor, idsGone } from '#lib/strategies/writing-rows.ts';

type Above = { priorities: ReadonlyMap<string, string>; promises: ReadonlyMap<number, string> };

/** What an officer confirmed of a direction is theirs, and stays as it is. */
export async function writeMeasures(
  { db, councilId, content, strategyId, indicators }: Writing,
  { priorities, promises }: Above,
): Promise<Written<string>> {
  const rows = await db.measure.findMany({ where: { strategyId } });
  const kept = new Map(rows.map((row) => [row.ref, row]));
  const names = content.measures.map(({ ref }) => ref);
  const ids = idsFor(kept, names);
  const wanted = new Map(
    content.measures.map(({ ref, parent, priority, promise, indicator, ...data }) => [
      ref,
      {
        ...data,
        parentId: parent === null ? null : (ids.get(parent) as string),
        priorityId: priority === null ? null : (priorities.get(priority) as string),
        promiseId: promise === null ? null : (promises.get(promise) as string),
        indicatorId: indicator === null ? null : (indicators.get(indicator) as string),
      },
    ]),
  );
  const reworded = await bring({
    noun: 'measure',
    kept,
    wanted,
    ids,
    create: (fresh) =>
      db.measure.createMany({
        data: fresh.map(({ name, id, data }) => ({ councilId, strategyId, id, ref: name, ...data })),
      }),
    change: (id, data) =>
      db.measure.update({ where: { councilId_id: { councilId, id } }, data: { ...data, version: { increment: 1 } } }),
  });
  return { ids, gone: idsGone(kept, names), reworded };
}
