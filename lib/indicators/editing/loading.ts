import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const indicatorSelect = {
  id: true,
  key: true,
  title: true,
  ownerId: true,
  version: true,
  owner: { select: { name: true, leftOn: true } },
  definitions: {
    orderBy: { version: 'desc' },
    include: { source: true, polarityConfirmedBy: { select: { name: true } } },
  },
} as const satisfies Prisma.IndicatorSelect;

/** An indicator with every version of what it means, newest first; null when there is none of this key. */
export const readIndicator = (db: Db, key: string) =>
  db.indicator.findFirst({ where: { key }, select: indicatorSelect });

/** The same, held for this transaction: two who change an indicator or record its values come one after the other. */
export async function loadIndicator(viewer: Viewer, db: Db, key: string) {
  await db.$queryRaw`
    SELECT 1 FROM "Indicator" WHERE "councilId" = ${viewer.councilId}::uuid AND key = ${key} FOR UPDATE`;
  return readIndicator(db, key);
}

type Loaded = NonNullable<Awaited<ReturnType<typeof readIndicator>>>;
export type LoadedDefinition = Loaded['definitions'][number];

/** The same, with the version in force; null where nobody has said yet what it means. */
export async function loadDefined(viewer: Viewer, db: Db, key: string) {
  const found = await loadIndicator(viewer, db, key);
  const [definition] = found?.definitions ?? [];
  return found && definition ? { ...found, definition } : null;
}

/** Whether any value was ever recorded under this version: then its meaning stays. */
export async function hasValues(db: Db, definitionId: string): Promise<boolean> {
  const where = { definitionId };
  return (await db.observation.findFirst({ where, select: { id: true } })) !== null
    ? true
    : (await db.breakdownValue.findFirst({ where, select: { id: true } })) !== null;
}
