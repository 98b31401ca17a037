import 'server-only';
import { forbidden } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { authorityName, modelsOf } from '#lib/neighbours/models.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** Every set that the council has had, the newest first. The first that has started holds. */
export const readSets = (db: Db) =>
  db.neighbourSet.findMany({
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      model: true,
      startsOn: true,
      source: true,
      chosenBy: { select: { name: true } },
      members: { select: { areaCode: true, closeness: true }, orderBy: { order: 'asc' } },
    },
  });

/** The sets with the names of their members, and the models that can be used. */
export const getNeighbourSettings = query(async (viewer, db) => {
  if (!can.chooseNeighbours(viewer)) return forbidden();
  const today = isoDay(clock());
  const sets = await readSets(db);
  const inUse = sets.find(({ startsOn }) => isoDay(startsOn) <= today);
  return {
    sets: sets.map(({ members, ...set }) => ({
      ...set,
      isInUse: set.id === inUse?.id,
      members: members.map((member) => ({ ...member, name: authorityName(member.areaCode) })),
    })),
    models: modelsOf(viewer.council.code).toReversed(),
  };
});
