import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { buildDocument } from '#lib/reports/document.ts';
import { gather } from '#lib/reports/gather.ts';
import { asOfFor, missingTexts, reportYears } from '#lib/reports/rules.ts';
import { readFrozen, shortHash } from '#lib/reports/snapshot.ts';
import { cabinetReport, fieldsOf } from '#lib/reports/template.ts';
import { marksOf } from '#lib/reports/texts.ts';

/** One frozen edition as a list shows it, in the words of the edition itself. */
export type EditionRow = {
  reportId: string;
  edition: number;
  title: string;
  startsOn: string;
  endsOn: string;
  frozenBy: string;
  frozenAt: Date;
  hash: string;
};

/** What every member of the council may read: frozen editions, newest first. */
export const listEditions = query(
  async (viewer, db) =>
    db.$queryRaw<EditionRow[]>`
      SELECT "reportId", edition, content #>> '{document,title}' AS title, content ->> 'frozenBy' AS "frozenBy",
             content #>> '{content,report,startsOn}' AS "startsOn",
             content #>> '{content,report,endsOn}' AS "endsOn", "frozenAt", hash
        FROM "Snapshot"
       WHERE ${can.readFrozenReport(viewer)}
       ORDER BY "frozenAt" DESC`,
);

/** Reports in preparation, and the years that a new one can be about; nothing for who may not make reports. */
export const listReportsInPreparation = query(async (viewer, db) => {
  if (!can.makeReport(viewer)) return null;
  const reports = await db.report.findMany({
    select: {
      id: true,
      title: true,
      startsOn: true,
      endsOn: true,
      texts: true,
      createdAt: true,
      author: { select: { name: true } },
      _count: { select: { snapshots: true } },
    },
    orderBy: { createdAt: 'desc' },
  });
  const strategies = await db.strategy.findMany({
    select: { id: true, title: true, startsOn: true, endsOn: true, supersededBy: { select: { startsOn: true } } },
    orderBy: { startsOn: 'desc' },
  });
  const today = day(isoDay(clock()));
  return {
    reports: reports.map(({ texts, _count, ...report }) => ({
      ...report,
      editions: _count.snapshots,
      missing: missingTexts(cabinetReport, { ...(texts as Record<string, string>), title: report.title }).length,
    })),
    strategies: strategies.map((strategy) => ({ ...strategy, years: reportYears(strategy, today) })),
  };
});

const selectReport = {
  id: true,
  title: true,
  startsOn: true,
  endsOn: true,
  texts: true,
  version: true,
  strategy: { select: { id: true, title: true, startsOn: true, endsOn: true } },
  snapshots: { select: { edition: true }, orderBy: { edition: 'desc' as const }, take: 1 },
};

const isId = (id: string) => z.uuid().safeParse(id).success;

/** A report in preparation: the texts and what is still to be written. For who makes reports alone. */
export const getReport = query(async (viewer, db, id: string) => {
  const { texts, ...report } = await findReport(viewer, db, id);
  return {
    ...report,
    texts,
    marks: JSON.stringify(marksOf(texts, keys)),
    missing: missingTexts(cabinetReport, texts),
  };
});

/** What the report would say if it were frozen now. For who makes reports alone. */
export const getPreview = query(async (viewer, db, id: string) => {
  const report = await findReport(viewer, db, id);
  const content = await gather(viewer, db, report, asOfFor(report.endsOn, clock()));
  return { ...report, missing: missingTexts(cabinetReport, report.texts), document: buildDocument(content) };
});

const keys = fieldsOf(cabinetReport).map((field) => field.key);

async function findReport(viewer: Viewer, db: Db, id: string) {
  if (!can.makeReport(viewer) || !isId(id)) return notFound();
  const found = (await db.report.findFirst({ where: { id }, select: selectReport })) ?? notFound();
  const { snapshots, ...report } = found;
  const texts: Record<string, string> = { ...(found.texts as Record<string, string>), title: found.title };
  return { ...report, texts, latestEdition: snapshots[0]?.edition ?? 0 };
}

/** One frozen edition, from its snapshot alone. */
export const getEdition = query(async (viewer, db, id: string, edition: string) => {
  if (!can.readFrozenReport(viewer) || !isId(id) || !/^[1-9]\d{0,5}$/.test(edition)) return notFound();
  const snapshots = await db.snapshot.findMany({
    where: { reportId: id },
    select: { edition: true },
    orderBy: { edition: 'asc' },
  });
  const found = await db.snapshot.findFirst({ where: { reportId: id, edition: Number(edition) } });
  if (!found) return notFound();
  return {
    ...readFrozen(found.content, found.hash),
    hash: shortHash(found.hash),
    fullHash: found.hash,
    editions: snapshots.map((snapshot) => snapshot.edition),
  };
});
