import type { Writing, Written } from '#lib/strategies/writing-content.ts';
import { bring, idsFor, idsGone } from '#lib/strategies/writing-rows.ts';

export async function writePromises({ db, councilId, content, strategyId }: Writing): Promise<Written<number>> {
  const rows = await db.promise.findMany({ where: { strategyId } });
  const kept = new Map(rows.map((row) => [row.number, row]));
  const names = content.promises.map(({ number }) => number);
  const ids = idsFor(kept, names);
  const wanted = new Map(
    content.promises.map(({ number, parent, commitments: _, indicators: __, ...data }) => [
      number,
      { ...data, parentId: parent === null ? null : (ids.get(parent) as string) },
    ]),
  );
  const reworded = await bring({
    noun: 'promise',
    kept,
    wanted,
    ids,
    create: (fresh) =>
      db.promise.createMany({
        data: fresh.map(({ name, id, data }) => ({ councilId, strategyId, id, number: name, ...data })),
      }),
    change: (id, data) =>
      db.promise.update({ where: { councilId_id: { councilId, id } }, data: { ...data, version: { increment: 1 } } }),
  });
  return { ids, gone: idsGone(kept, names), reworded };
}
