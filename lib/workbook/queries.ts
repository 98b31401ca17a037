import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { disclose } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { isAdopted } from '#lib/strategies/rules.ts';
import { diffContent, rewords } from '#lib/workbook/diff.ts';
import { basisOf, loadUpload, readCurrent } from '#lib/workbook/uploads.ts';

/** What an upload would make, change and take out; only for who uploaded it. */
export const getUpload = query(async (viewer, db, id: string) => {
  if (!can.editStrategy(viewer)) return forbidden();
  if (!z.uuid().safeParse(id).success) return notFound();
  const upload = (await loadUpload(viewer, db, id)) ?? notFound();
  const { content, current, fileName, savedAt, expiresAt } = upload;
  const changes = diffContent(current, content);
  const adoption = current && {
    adoptedOn: current.adoptedOn === null ? null : day(current.adoptedOn),
    startsOn: day(current.startsOn),
  };
  return {
    id,
    fileName,
    savedAt,
    expiresAt,
    title: content.title,
    isNew: current === null,
    changes,
    needsReason: adoption !== null && rewords(changes) && isAdopted(adoption, day(isoDay(clock()))),
    shown: basisOf(current),
  };
});

/** A strategy as data, for its workbook. Notes are for those who work on it: others get the sheets without them. */
export const getWorkbookContent = query(async (viewer, db, key: string) => {
  if (!can.exportStrategy(viewer)) return forbidden();
  const stored = (await readCurrent(db, key)) ?? notFound();
  const { disclosureThreshold } = viewer.council.rules;
  const content = { ...stored, statistics: stored.statistics.map((row) => shownStatistic(row, disclosureThreshold)) };
  if (can.readWorkingNotes(viewer)) return content;
  const withoutNotes = <Row extends { notes: string }>(rows: Row[]) => rows.map((row) => ({ ...row, notes: '' }));
  return {
    ...content,
    priorities: withoutNotes(content.priorities),
    commitments: withoutNotes(content.commitments),
    promises: withoutNotes(content.promises),
  };
});

type Statistic = StrategyContent['statistics'][number];

/** A printed number as it may leave in a file: in place of a small count stands its symbol, as on every page. */
function shownStatistic(row: Statistic, threshold: number): Statistic {
  const { value, unit, numerator, denominator } = row;
  const isShown = (
    count: { value: number; unit: string },
    of: { numerator: number | null; denominator: number | null },
  ) => 'shown' in disclose({ ...count, ...of }, threshold);
  const comparators = row.comparators.filter((other) => isShown(other, { numerator: null, denominator: null }));
  if (value === null || isShown({ value, unit }, { numerator, denominator })) return { ...row, comparators };
  return { ...row, comparators, value: null, symbol: 'c', numerator: null, denominator: null };
}

/** The strategies of the council, newest first, for the page of workbooks. */
export const listStrategyKeys = query(async (viewer, db) => {
  if (!can.editStrategy(viewer)) return forbidden();
  return db.strategy.findMany({ select: { key: true, title: true }, orderBy: { startsOn: 'desc' } });
});
