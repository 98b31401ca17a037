import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { discloseObservation, printedRule } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readExpected } from '#lib/indicators/freshness/queries.ts';
import { periodTick } from '#lib/indicators/periods/rules.ts';
import { endedPeriods } from '#lib/indicators/periods/sequence.ts';
import { readHeads } from '#lib/indicators/queries.ts';
import type { TemplateRow } from '#lib/indicators/workbook/template.ts';
import { loadValues } from '#lib/indicators/workbook/uploads.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

const readMine = async (viewer: Viewer, db: Db) =>
  (await readExpected(db, isoDay(clock()))).filter((one) => can.recordValues(viewer, one));

/** The figures whose values this person may record, for the page of workbooks. */
export const listRecordable = query(async (viewer, db) => {
  const mine = await readMine(viewer, db);
  return mine.length === 0 ? forbidden() : mine;
});

/** How many periods a template asks for at most. */
const periodsAsked = 8;

/** The rows of a template: of each chosen figure the periods that have ended and have no value of the council yet. */
export const getTemplateRows = query(async (viewer, db, keys: readonly string[]): Promise<TemplateRow[]> => {
  const mine = await readMine(viewer, db);
  if (mine.length === 0) return forbidden();
  const chosen = keys.length === 0 ? mine : mine.filter(({ key }) => keys.includes(key));
  const today = isoDay(clock());
  return chosen.flatMap(({ key, title, periodType, newest }) => {
    const ended = endedPeriods(periodType, today, periodsAsked);
    const missing = newest
      ? ended.slice(0, Math.max(0, ended.indexOf(newest.period) < 0 ? ended.length : ended.indexOf(newest.period)))
      : ended.slice(0, 4);
    // One row at least, so that a figure that is up to date can be corrected.
    const periods = missing.length > 0 ? missing : ended.slice(0, 1);
    const rows = periods.length > 0 ? periods : [''];
    return rows
      .toReversed()
      .map((period) => ({ key, title, area: viewer.council.code, period: period && periodTick(periodType, period) }));
  });
});

/** What a workbook would record, row by row; only for who sent it. */
export const getValuesUpload = query(async (viewer, db, id: string) => {
  if (!z.uuid().safeParse(id).success) return notFound();
  const upload = (await loadValues(viewer, db, id)) ?? notFound();
  if (!upload.owners.every((owner) => can.recordValues(viewer, owner))) return forbidden();
  const heads = new Map((await readHeads(db, clock(), {})).map((head) => [head.id, head]));
  const areas = new Map(
    (await db.area.findMany({ where: { id: { in: upload.changes.map(({ areaId }) => areaId) } } })).map((area) => [
      area.id,
      area,
    ]),
  );
  const seesAll = can.manageDisclosure(viewer);
  return {
    id,
    fileName: upload.fileName,
    savedAt: upload.savedAt,
    expiresAt: upload.expiresAt,
    shown: upload.basis,
    changes: upload.changes.flatMap(({ before, areaId, definitionId, ...change }) => {
      const [head, area] = [heads.get(definitionId), areas.get(areaId)];
      if (!head || !area) return [];
      const { title, unit, decimals, periodType, rule } = head;
      const applied = area.kind === 'council' ? rule : printedRule(rule);
      const old = before && {
        value: before.value,
        numerator: before.numerator,
        denominator: before.denominator,
        symbol: before.symbol,
      };
      return [
        {
          ...change,
          title,
          unit,
          decimals,
          periodType,
          area: area.name,
          before: old && (seesAll ? old : discloseObservation(old, unit, applied)),
        },
      ];
    }),
  };
});
