import 'server-only';
import type { ActionFilter } from '#lib/actions/filter.ts';
import { readActions } from '#lib/actions/matching.ts';
import { readCoverage } from '#lib/assignments/coverage.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { count } from '#lib/format.ts';
import { today } from '#lib/rounds/queries.ts';

type Chosen = { ids: string[]; all: { filter: ActionFilter; matching: number } | null };

/**
 * The actions chosen in the list, each with who may plan it; with `all`, every one that the filter leaves.
 * Null when one of them is not there.
 * @throws Refusal when the filter leaves other actions than the page counted: nobody changes what they have not seen
 */
export async function loadChosen(viewer: Viewer, db: Db, { ids, all }: Chosen) {
  const chosen = all ? await readAll(viewer, db, all) : await readChosen(viewer, db, ids);
  if (!all && chosen.length < new Set(ids).size) return null;
  const { holders } = await readCoverage(db, today());
  return chosen.map(({ id, commitmentId }) => ({
    id,
    leadIds: (holders.get(commitmentId) ?? []).map((holder) => holder.id),
  }));
}

async function readAll(viewer: Viewer, db: Db, { filter, matching }: NonNullable<Chosen['all']>) {
  const found = await readActions(viewer, db, filter);
  if (found.length !== matching) {
    throw new Refusal(
      `The list has changed: ${count(found.length, 'action')} match now, and it was ${matching}. Look again, then send it.`,
    );
  }
  return found;
}

const readChosen = async ({ councilId }: Viewer, db: Db, ids: string[]) =>
  db.action.findMany({ where: { councilId, id: { in: ids } }, select: { id: true, commitmentId: true } });
