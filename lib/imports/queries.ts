import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { readFindings } from '#lib/imports/findings.ts';
import { knownRules } from '#lib/imports/known.ts';
import { type ImportRule, mapping } from '#lib/imports/map.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** The files of the last time, and what kinds of files are known. */
export const listImports = query(async (viewer, db) => {
  if (!can.importFigures(viewer)) return forbidden();
  const select = { id: true, fileName: true, state: true, at: true, rowsTotal: true, findings: true };
  const imports = await db.import.findMany({
    select: { ...select, person: { select: { name: true } } },
    orderBy: { at: 'desc' },
    take: 50,
  });
  const maps = await db.importMap.findMany({
    select: { id: true, name: true, mapping: true, savedAt: true, savedBy: { select: { name: true } } },
    orderBy: { name: 'asc' },
  });
  return {
    limitMb: env.PLEDGEBOARD_IMPORT_MB,
    imports: imports.map(({ findings, ...row }) => ({ ...row, preview: readFindings(findings).preview })),
    maps: maps.map((map) => ({ ...map, rules: mapping.parse(map.mapping).rules.length })),
  };
});

async function load(db: Db, id: string) {
  if (!z.uuid().safeParse(id).success) return notFound();
  const row = await db.import.findFirst({
    where: { id },
    select: {
      id: true,
      fileName: true,
      state: true,
      at: true,
      finishedAt: true,
      cancelledAt: true,
      bytes: true,
      rowsDone: true,
      rowsTotal: true,
      findings: true,
      person: { select: { name: true } },
      map: { select: { name: true, mapping: true } },
    },
  });
  if (!row) return notFound();
  const { findings: stored, map, ...rest } = row;
  return {
    ...rest,
    bytes: Number(rest.bytes),
    findings: readFindings(stored),
    mapName: map?.name ?? null,
    rules: mapping.parse(map?.mapping ?? { rules: [] }).rules,
  };
}

/** The words for what a rule fills. */
async function targetsOf(db: Db, rules: readonly ImportRule[]) {
  const found = await db.indicator.findMany({
    where: { key: { in: rules.map(({ indicator }) => indicator) } },
    select: {
      key: true,
      title: true,
      breakdowns: { select: { key: true, title: true } },
      definitions: { select: { unit: true, decimals: true, periodType: true }, orderBy: { version: 'desc' }, take: 1 },
    },
  });
  return rules.map((rule) => {
    const indicator = found.find(({ key }) => key === rule.indicator);
    const breakdown = indicator?.breakdowns.find(({ key }) => key === rule.breakdown);
    const { unit = 'number', decimals = 0, periodType = 'calendarYear' } = indicator?.definitions[0] ?? {};
    return {
      key: rule.indicator,
      title: indicator?.title ?? rule.indicator,
      breakdown: rule.breakdown === '' ? null : (breakdown?.title ?? rule.breakdown),
      unit,
      decimals,
      periodType,
    };
  });
}
export type RuleTarget = Awaited<ReturnType<typeof targetsOf>>[number];

/** One import, at whatever step it is. */
export const getImport = query(async (viewer, db, id: string) => {
  if (!can.importFigures(viewer)) return forbidden();
  const { rules, ...row } = await load(db, id);
  const of = row.findings.rules ?? rules;
  const { preview } = row.findings;
  return { ...row, rules: of, targets: await targetsOf(db, of), shown: preview ? markOf(preview) : '' };
});

/** What the columns of its file mean so far, and what they could mean. */
export const getMapping = query(async (viewer, db, id: string) => {
  if (!can.importFigures(viewer)) return forbidden();
  const row = await load(db, id);
  const { facts, header } = row.findings;
  if (row.state !== 'ready' || !facts) return { ...row, facts: null };
  const indicators = await db.indicator.findMany({
    where: { definitions: { some: {} } },
    select: {
      key: true,
      title: true,
      breakdowns: { select: { key: true, title: true, rowTitle: true, rows: true, columnTitle: true, columns: true } },
    },
    orderBy: { title: 'asc' },
  });
  const taken = new Set(row.rules.filter(({ breakdown }) => breakdown === '').map(({ indicator }) => indicator));
  const free = new Set(indicators.map(({ key }) => key).filter((key) => !taken.has(key)));
  const known = knownRules(header, facts.filters, free);
  return {
    ...row,
    facts,
    indicators,
    targets: await targetsOf(db, row.rules),
    known,
    knownTargets: await targetsOf(db, known),
  };
});
