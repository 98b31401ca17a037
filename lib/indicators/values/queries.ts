import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { discloseObservation, printedRule } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { partsOf } from '#lib/indicators/breakdowns/reading.ts';
import { readIndicator } from '#lib/indicators/editing/loading.ts';
import { readExpected } from '#lib/indicators/freshness/queries.ts';
import { endedPeriods } from '#lib/indicators/periods/sequence.ts';
import { newestPeriod, readPeriod } from '#lib/indicators/periods/typed.ts';
import { readHeads } from '#lib/indicators/queries.ts';
import { definitionFor, ownArea } from '#lib/indicators/values/reading.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** How many values the page lists: the newest periods of the council, its region and its country. */
const listed = 200;

/**
 * The values of a figure as they were recorded, newest period first, superseded ones with them. Small numbers are
 * hidden from who may not decide about them, even from who typed them: others look over a shoulder.
 */
export const getValues = query(async (viewer, db, key: string) => {
  const indicator = (await readIndicator(db, key)) ?? notFound();
  const definition = indicator.definitions[0] ?? notFound();
  if (!can.recordValues(viewer, indicator)) return forbidden();
  const today = isoDay(clock());
  const seesAll = can.manageDisclosure(viewer);
  const heads = await readHeads(db, clock(), { keys: [key] });
  const ruleOf = new Map(heads.map((head) => [head.version, head.rule]));
  const versionOf = new Map(
    indicator.definitions.map(({ id, version, unit, decimals }) => [id, { version, unit, decimals }]),
  );
  const own = await ownArea(viewer, db);
  const rows = await db.observation.findMany({
    where: {
      definitionId: { in: indicator.definitions.map(({ id }) => id) },
      area: { OR: [{ id: own.id }, { kind: { not: 'council' } }] },
    },
    orderBy: [{ periodEndsOn: 'desc' }, { recordedAt: 'desc' }],
    take: listed,
    include: {
      area: { select: { id: true, name: true, kind: true } },
      recordedBy: { select: { name: true } },
      import: { select: { fileName: true } },
    },
  });
  const holding = new Set<string>();
  const values = rows.flatMap(({ definitionId, areaId, area, recordedBy, import: file, value, ...row }) => {
    const place = `${definitionId} ${areaId} ${row.period}`;
    const isSuperseded = holding.has(place);
    holding.add(place);
    const version = versionOf.get(definitionId);
    const rule = version && ruleOf.get(version.version);
    // Without a rule nobody knows what may be shown: nothing is.
    if (!version || !rule) return [];
    const stored = { ...row, value: value === null ? null : Number(value) };
    const shown = seesAll
      ? stored
      : discloseObservation(stored, version.unit, area.kind === 'council' ? rule : printedRule(rule));
    return [
      {
        ...shown,
        ...version,
        area: area.name,
        areaId: area.id,
        isOwn: area.id === own.id,
        isSuperseded,
        by: recordedBy?.name ?? null,
        file: file?.fileName ?? null,
      },
    ];
  });
  const areas = await db.area.findMany({
    where: { OR: [{ id: own.id }, { kind: { not: 'council' } }] },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  });
  return {
    key,
    title: indicator.title,
    definition,
    today,
    ownId: own.id,
    areas: areas.toSorted((one, other) => Number(other.id === own.id) - Number(one.id === own.id)),
    values,
    seesAll,
    suggested: suggestedPeriod(
      definition.periodType,
      values.filter(({ isOwn }) => isOwn).map(({ period }) => period),
      today,
    ),
    breakdowns: await db.breakdown.findMany({ where: { indicatorId: indicator.id }, orderBy: { title: 'asc' } }),
    expected: (await readExpected(db, today)).find((row) => row.key === key) ?? null,
  };
});

/** The newest period that has ended and has no value yet; empty where none is missing of the last three. */
function suggestedPeriod(type: Parameters<typeof endedPeriods>[0], there: readonly string[], today: string): string {
  return endedPeriods(type, today, 3).find((period) => !there.includes(period)) ?? '';
}

/** A whole table of parts to fill in for one period: what stands in it for who may see it, and its mark. */
export const getTableToFill = query(async (viewer, db, key: string, breakdownKey: string, typedPeriod: string) => {
  const indicator = (await readIndicator(db, key)) ?? notFound();
  const newest = indicator.definitions[0] ?? notFound();
  if (!can.recordValues(viewer, indicator)) return forbidden();
  const breakdown =
    (await db.breakdown.findFirst({ where: { indicatorId: indicator.id, key: breakdownKey } })) ?? notFound();
  const read = typedPeriod === '' ? null : readPeriod(newest.periodType, typedPeriod, isoDay(clock()));
  const stands =
    read && 'period' in read
      ? await standing(db, indicator.definitions, breakdown.id, read, await ownArea(viewer, db))
      : [];
  return {
    key,
    title: indicator.title,
    definition: newest,
    breakdown,
    period: read && 'period' in read ? read.period : null,
    usual: newestPeriod(newest.periodType, isoDay(clock())),
    problem: read && 'sentence' in read ? read.sentence : null,
    shown: stands.length > 0 ? markOf(stands.map(({ id }) => id)) : '',
    isRecorded: stands.length > 0,
    // Who may not see small numbers fills in the table anew: the rules for a table are not those of a cell.
    cells: can.manageDisclosure(viewer) ? stands : [],
  };
});

type Definitions = NonNullable<Awaited<ReturnType<typeof readIndicator>>>['definitions'];

const standing = (
  db: Db,
  definitions: Definitions,
  breakdownId: string,
  { period, endsOn }: { period: string; endsOn: string },
  area: { id: string },
) => partsOf(db, breakdownId, { definitionId: definitionFor(definitions, endsOn)?.id ?? '', areaId: area.id, period });
