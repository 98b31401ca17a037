import 'server-only';
import { forbidden } from 'next/navigation';
import { offered } from '#lib/indicators/catalogue/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** The catalogue, with what the council has already. An indicator without a meaning can still be taken. */
export const getCatalogue = query(async (viewer, db) => {
  if (!can.editIndicators(viewer)) return forbidden();
  const there = await db.indicator.findMany({ where: { definitions: { some: {} } }, select: { key: true } });
  return offered(new Set(there.map(({ key }) => key)));
});
