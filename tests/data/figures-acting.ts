import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { getIndicatorSettings } from '#lib/indicators/editing/queries.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

/** A read of the council Portsmouth as a person of the demo cast. */
export const readBy = <T>(who: string, read: (viewer: Viewer) => Promise<T>): Promise<T> =>
  readAs(who, async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error(`${who} is not signed in`);
    return read(viewer);
  });

type Stored = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: string | null;
  by: string | null;
};

/** Every row that was recorded of a figure of the own council for a period, oldest first. */
export const recorded = (key: string, period: string) =>
  inPortsmouth<Stored>(
    `SELECT o.value::float8, o.numerator, o.denominator, o.symbol::text, p.name AS by
       FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
       JOIN "Area" a ON a.id = o."areaId" AND a.code = 'E06000044' LEFT JOIN "Person" p ON p.id = o."recordedById"
      WHERE i.key = $1 AND o.period = $2 ORDER BY o."recordedAt"`,
    [key, period],
  );

export const ownAreaId = async () =>
  (await inPortsmouth<{ id: string }>(`SELECT id FROM "Area" WHERE code = 'E06000044'`))[0]?.id ?? '';

/** What the officer sees of a figure that has a meaning. */
export async function settings(key: string) {
  const { defined } = await readBy('strategy-officer', (viewer) => getIndicatorSettings(viewer, key));
  if (!defined) throw new Error(`${key} has no meaning`);
  return defined;
}
