import 'server-only';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { arranged, type Move, mostHeadlines, placedParts, textKey } from '#lib/themes/composing/rules.ts';
import type { List } from '#lib/themes/composing/schema.ts';

/** A theme that is held for this transaction. */
export type Theme = { councilId: string; id: string; parts: string[] };

type Linked = {
  ids: string[];
  place: (id: string, order: number) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
  add: (id: string, order: number) => Promise<unknown>;
  isThere: (id: string) => Promise<boolean>;
};

/** One of the four lists of things that a theme points to: what is in it, and how it is written. */
async function linked(
  db: Db,
  { councilId, id: themeId }: Theme,
  list: Exclude<List, 'parts' | 'texts'>,
): Promise<Linked> {
  const all = { where: { themeId }, orderBy: { order: 'asc' } } as const;
  const some = (found: unknown) => found !== null;
  switch (list) {
    case 'figures': {
      const at = (indicatorId: string) => ({ councilId_themeId_indicatorId: { councilId, themeId, indicatorId } });
      return {
        ids: (await db.themeIndicator.findMany(all)).map(({ indicatorId }) => indicatorId),
        place: (id, order) => db.themeIndicator.update({ where: at(id), data: { order } }),
        remove: (id) => db.themeIndicator.delete({ where: at(id) }),
        add: (indicatorId, order) => db.themeIndicator.create({ data: { councilId, themeId, indicatorId, order } }),
        isThere: async (id) => some(await db.indicator.findFirst({ where: { id }, select: { id: true } })),
      };
    }
    case 'breakdowns': {
      const at = (breakdownId: string) => ({ councilId_themeId_breakdownId: { councilId, themeId, breakdownId } });
      return {
        ids: (await db.themeBreakdown.findMany(all)).map(({ breakdownId }) => breakdownId),
        place: (id, order) => db.themeBreakdown.update({ where: at(id), data: { order } }),
        remove: (id) => db.themeBreakdown.delete({ where: at(id) }),
        add: (breakdownId, order) => db.themeBreakdown.create({ data: { councilId, themeId, breakdownId, order } }),
        isThere: async (id) => some(await db.breakdown.findFirst({ where: { id }, select: { id: true } })),
      };
    }
    case 'priorities': {
      const at = (priorityId: string) => ({ councilId_themeId_priorityId: { councilId, themeId, priorityId } });
      return {
        ids: (await db.themePriority.findMany(all)).map(({ priorityId }) => priorityId),
        place: (id, order) => db.themePriority.update({ where: at(id), data: { order } }),
        remove: (id) => db.themePriority.delete({ where: at(id) }),
        add: (priorityId, order) => db.themePriority.create({ data: { councilId, themeId, priorityId, order } }),
        isThere: async (id) => some(await db.priority.findFirst({ where: { id }, select: { id: true } })),
      };
    }
    case 'promises': {
      const at = (promiseId: string) => ({ councilId_themeId_promiseId: { councilId, themeId, promiseId } });
      return {
        ids: (await db.themePromise.findMany(all)).map(({ promiseId }) => promiseId),
        place: (id, order) => db.themePromise.update({ where: at(id), data: { order } }),
        remove: (id) => db.themePromise.delete({ where: at(id) }),
        add: (promiseId, order) => db.themePromise.create({ data: { councilId, themeId, promiseId, order } }),
        isThere: async (id) => some(await db.promise.findFirst({ where: { id }, select: { id: true } })),
      };
    }
  }
}

/** Moves one of a list by a place, takes it out, or puts one more at the end. */
export async function arrangeLinked(
  db: Db,
  theme: Theme,
  list: Exclude<List, 'parts' | 'texts'>,
  move: Move,
  id: string,
) {
  const { ids, place, remove } = await linked(db, theme, list);
  if (!ids.includes(id)) throw new Refusal('It is not on this dashboard any more. Load the page again.');
  const order = arranged(ids, id, move);
  if (move === 'out') await remove(id);
  for (const [at, one] of order.entries()) await place(one, at);
}

/** @throws Refusal where nothing was chosen, or it is not there */
export async function addLinked(db: Db, theme: Theme, list: Exclude<List, 'parts' | 'texts'>, id: string) {
  const { ids, add, isThere } = await linked(db, theme, list);
  if (id === '' || !(await isThere(id))) throw new Refusal('Choose what to add from the list first.');
  if (ids.includes(id)) throw new Refusal('That is on this dashboard already.');
  await add(id, ids.length);
}

/** Puts a figure among those that come first, or back among the others. */
export async function markHeadline(
  db: Db,
  { councilId, id: themeId }: Theme,
  indicatorId: string,
  isHeadline: boolean,
) {
  const first = await db.themeIndicator.count({ where: { themeId, isHeadline: true } });
  if (isHeadline && first >= mostHeadlines) {
    throw new Refusal(`${mostHeadlines} figures come first already. Put one of them back before you choose another.`);
  }
  const { count } = await db.themeIndicator.updateMany({
    where: { councilId, themeId, indicatorId },
    data: { isHeadline },
  });
  if (count === 0) throw new Refusal('It is not on this dashboard any more. Load the page again.');
}

/** The parts in their new order. */
export async function movedParts(db: Db, theme: Theme, move: 'up' | 'down', key: string): Promise<string[]> {
  const texts = await db.themeText.findMany({
    where: { themeId: theme.id },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const placed = placedParts(
    theme.parts,
    texts.map(({ id }) => id),
  );
  return arranged(placed, key, move);
}

export async function removeText(db: Db, { councilId, id: themeId, parts }: Theme, id: string): Promise<string[]> {
  await db.themeText.deleteMany({ where: { councilId, themeId, id } });
  return parts.filter((part) => part !== textKey(id));
}
