import type { Writing, Written } from '#lib/strategies/writing-content.ts';
import { bring, idsFor, idsGone } from '#lib/strategies/writing-rows.ts';

export async function writePriorities({ db, councilId, content, strategyId }: Writing): Promise<Written<string>> {
  const rows = await db.priority.findMany({ where: { strategyId } });
  const kept = new Map(rows.map((row) => [row.key, row]));
  const names = content.priorities.map(({ key }) => key);
  const ids = idsFor(kept, names);
  const wanted = new Map(
    content.priorities.map(({ key, parent, ...data }) => [
      key,
      { ...data, parentId: parent === null ? null : (ids.get(parent) as string) },
    ]),
  );
  const reworded = await bring({
    noun: 'priority',
    kept,
    wanted,
    ids,
    create: (fresh) =>
      db.priority.createMany({
        data: fresh.map(({ name, id, data }) => ({ councilId, strategyId, id, key: name, ...data })),
      }),
    change: (id, data) =>
      db.priority.update({ where: { councilId_id: { councilId, id } }, data: { ...data, version: { increment: 1 } } }),
  });
  return { ids, gone: idsGone(kept, names), reworded };
}
