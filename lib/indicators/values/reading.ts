import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { StoredValue } from '#lib/indicators/values/rules.ts';

/** The council's own area. @throws Refusal while there is none */
export async function ownArea({ council }: Viewer, db: Db) {
  const area = await db.area.findFirst({ where: { code: council.code } });
  if (area) return area;
  throw new Refusal('The council has no area of its own yet, so there is nothing a value could be of.');
}

type At = { definitionId: string; areaId: string; period: string };

/** The value that holds: the one that was recorded last; null where there is none. */
export async function newestOf(db: Db, at: At) {
  const row = await db.observation.findFirst({
    where: at,
    orderBy: { recordedAt: 'desc' },
    include: { recordedBy: { select: { name: true } } },
  });
  return row && { ...row, value: row.value === null ? null : Number(row.value) };
}

/** Now, and later than all of these: what is recorded last holds, even where a clock stands still. */
export const recordedAfter = (earlier: readonly Date[]): Date =>
  new Date(Math.max(clock().getTime(), ...earlier.map((at) => at.getTime() + 1)));

/** Writes a value; what stood before stays. */
export async function recordValue(
  { councilId, personId }: Viewer,
  db: Db,
  at: At & { endsOn: string; after: Date | null },
  stored: StoredValue,
): Promise<void> {
  const { endsOn, after, ...where } = at;
  await db.observation.create({
    data: {
      councilId,
      ...where,
      ...stored,
      periodEndsOn: new Date(`${endsOn}T00:00:00Z`),
      recordedAt: recordedAfter(after ? [after] : []),
      recordedById: personId,
    },
  });
}
