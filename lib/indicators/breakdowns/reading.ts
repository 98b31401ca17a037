import 'server-only';
import type { Db } from '#lib/db.ts';
import type { Breakdown } from '#prisma/generated/client.ts';

/** What stands of a breakdown, as the fields of its form. */
export const tableFields = ({ title, rowTitle, rows, columnTitle, columns, isWhole }: Breakdown) => ({
  title,
  rowTitle,
  rows: rows.join('\n'),
  columnTitle,
  columns: columns.join('\n'),
  isWhole: isWhole ? 'yes' : '',
});

type Only = { definitionId?: string; areaId?: string; period?: string };

/** The values of a breakdown that hold: of each part the one that was recorded last. */
export async function partsOf(db: Db, breakdownId: string, only: Only = {}) {
  const rows = await db.breakdownValue.findMany({
    where: { ...only, breakdownId },
    orderBy: [{ recordedAt: 'desc' }],
    distinct: ['definitionId', 'areaId', 'period', 'row', 'column'],
  });
  return rows
    .map(({ value, ...row }) => ({ ...row, value: value === null ? null : Number(value) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
