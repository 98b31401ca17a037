import 'server-only';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { newestOf } from '#lib/indicators/values/reading.ts';
import { sameValue } from '#lib/indicators/values/rules.ts';
import type { Known, ValueRow } from '#lib/indicators/workbook/parse.ts';
import { can } from '#lib/permissions.ts';
import { MissingSymbol } from '#prisma/generated/enums.ts';

/** How long an upload waits to be looked at and saved. */
const waitHours = 24;

const count = z.int().min(0).nullable();
const content = z.strictObject({
  kind: z.literal('values'),
  rows: z.array(
    z.strictObject({
      row: z.int(),
      key: z.string(),
      definitionId: z.uuid(),
      areaId: z.uuid(),
      period: z.string(),
      endsOn: z.iso.date(),
      stored: z.strictObject({
        numerator: count,
        denominator: count,
        value: z.number().nullable(),
        symbol: z.enum(MissingSymbol).nullable(),
      }),
    }),
  ),
});

/** What the rows of a workbook can be of, for this person. */
export async function knownTo(viewer: Viewer, db: Db): Promise<Known> {
  const indicators = await db.indicator.findMany({
    select: {
      key: true,
      ownerId: true,
      definitions: {
        orderBy: { version: 'desc' },
        select: { id: true, startsOn: true, unit: true, decimals: true, periodType: true },
      },
    },
  });
  const figures = indicators.map(({ key, definitions, ...indicator }) => {
    return [key, { mayRecord: can.recordValues(viewer, indicator), versions: definitions }] as const;
  });
  const areas = await db.area.findMany({
    where: { OR: [{ code: viewer.council.code }, { kind: { not: 'council' } }] },
    select: { id: true, code: true, name: true },
  });
  return { figures: new Map(figures), areas, ownCode: viewer.council.code, today: isoDay(clock()) };
}

/** Keeps the values of a file until they are saved or their time is over. */
export async function keepValues(
  { councilId, personId }: Viewer,
  db: Db,
  { fileName, rows }: { fileName: string; rows: ValueRow[] },
): Promise<string> {
  const at = clock();
  await db.uploadedWorkbook.deleteMany({ where: { expiresAt: { lt: at } } });
  const expiresAt = new Date(at.getTime() + waitHours * 60 * 60 * 1_000);
  const { id } = await db.uploadedWorkbook.create({
    data: { councilId, personId, fileName: fileName.slice(0, 200), content: { kind: 'values', rows }, at, expiresAt },
    select: { id: true },
  });
  return id;
}

/** An upload of values of this person, held for the transaction, each row beside what stands; null when there is none. */
export async function loadValues({ councilId, personId }: Viewer, db: Db, id: string) {
  await db.$queryRaw`SELECT 1 FROM "UploadedWorkbook" WHERE "councilId" = ${councilId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const found = await db.uploadedWorkbook.findFirst({ where: { id, personId, expiresAt: { gte: clock() } } });
  const read = content.safeParse(found?.content);
  if (!found || !read.success) return null;
  const { rows } = read.data;
  const keys = [...new Set(rows.map(({ key }) => key))];
  // Held in one order, so that two workbooks of the same figures wait for one another and never for each other.
  await db.$queryRaw`SELECT 1 FROM "Indicator" WHERE "councilId" = ${councilId}::uuid AND key = ANY(${keys}) ORDER BY id FOR UPDATE`;
  const changes = [];
  for (const { stored, ...row } of rows) {
    const before = await newestOf(db, { definitionId: row.definitionId, areaId: row.areaId, period: row.period });
    const kind = !before ? ('new' as const) : sameValue(before, stored) ? ('same' as const) : ('changed' as const);
    changes.push({ ...row, stored, before, kind });
  }
  const owners = await db.indicator.findMany({ where: { key: { in: keys } }, select: { key: true, ownerId: true } });
  return { ...found, changes, owners, basis: markOf(changes.map(({ before }) => before?.id ?? '')) };
}
