import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { type CommitmentStanding, commitmentStandings } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { readFigure } from '#lib/indicators/rules.ts';
import { can } from '#lib/permissions.ts';
import { newestChange, type Verdict, verdict, withCurrentEvidence } from '#lib/promises/rules.ts';
import { changeSentences, whySentences } from '#lib/promises/words.ts';
import { query } from '#lib/query.ts';
import { reading } from '#lib/reading.ts';
import type { Sql } from '#lib/sql.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { readMeasures } from '#lib/strategies/measures.ts';
import { nested } from '#lib/strategies/rules.ts';
import { countsByStanding } from '#lib/updates/rules.ts';
import { readSaidRows, withVoice } from '#lib/voice/said.ts';

type Row = {
  id: string;
  number: number;
  wording: string;
  plainTitle: string;
  plainWords: string;
  whyLinked: string;
  parentId: string | null;
  publishedOrder: number;
  displayOrder: number;
  commitmentIds: string[];
};

/** Every promise with its verdict, what it rests on and what young people say, in the order of their numbers. */
export const listPromises = reading(async (viewer, db, asOf?: Date) => {
  const at = asOf ?? clock();
  const [rows, standings, said] = await Promise.all([
    readPromises(db, at),
    commitmentStandings(viewer, db, at),
    readSaidRows(db, at),
  ]);
  return withVoice(withStandings(rows, standings, at), said, viewer.council.rules.disclosureThreshold);
});

/**
 * The same inside a transaction that reads more.
 * @param asOf what was published by then
 * @param read the standings at `asOf`, where the caller has them already
 * @param strategyId the strategy in force when left out
 */
export async function promiseStandings(
  viewer: Viewer,
  db: Sql,
  asOf: Date,
  read?: readonly CommitmentStanding[],
  strategyId?: string,
) {
  const standings = read ?? (await commitmentStandings(viewer, db, asOf, strategyId));
  return withStandings(await readPromises(db, asOf, strategyId), standings, asOf);
}

/** The promises alone; `withStandings` puts the standings to them. */
export const readPromises = (db: Sql, asOf: Date, strategyId: string | null = null) => db.$queryRaw<Row[]>`
    SELECT p.id, p.number, p.wording, p."plainTitle", p."plainWords", p."whyLinked", p."parentId",
           p."publishedOrder", p."displayOrder",
           COALESCE(array_agg(link."commitmentId"::text) FILTER (WHERE link."commitmentId" IS NOT NULL), '{}') AS "commitmentIds"
      FROM "Promise" p
      LEFT JOIN "PromiseCommitment" link ON link."councilId" = p."councilId" AND link."promiseId" = p.id
     WHERE p."strategyId" = (SELECT COALESCE(${strategyId}::uuid, strategy_in_force(${isoDay(asOf)}::date)))
     GROUP BY p."councilId", p.id
     ORDER BY p.number`;

export function withStandings(rows: readonly Row[], standings: readonly CommitmentStanding[], asOf: Date) {
  return rows.map(({ commitmentIds, ...promise }) => {
    const ids = new Set(commitmentIds);
    return {
      ...promise,
      ...restsOn(
        standings.filter((row) => ids.has(row.id)),
        asOf,
      ),
    };
  });
}

/** A promise as every member of the council may see it: computed, never stored. */
export type PromiseStanding = Omit<Row, 'commitmentIds'> & ReturnType<typeof restsOn>;

function restsOn(commitments: CommitmentStanding[], asOf: Date) {
  const proven = withCurrentEvidence(commitments);
  const found: Verdict = verdict({ words: commitments, hasCurrentEvidence: proven > 0 });
  const change = newestChange(commitments);
  return {
    verdict: found,
    hasCurrentEvidence: proven > 0,
    counts: countsByStanding(commitments.map((row) => row.standing)),
    why: whySentences(commitments, proven, asOf).join(' '),
    changed: changeSentences(change, asOf).join(' '),
    change,
    commitments,
  };
}

/**
 * One promise by its number with the rest of its chain: the evidence of the latest updates, its figures
 * as they may be shown, and the promises before and after it.
 * @param strategyKey the strategy in force when left out
 */
export const getPromise = query(async (viewer, db, number: number, strategyKey?: string) => {
  const now = clock();
  const strategy = (await readStrategyFacts(db, strategyKey)) ?? notFound();
  const all = await promiseStandings(viewer, db, now, undefined, strategy.id);
  const promise = all.find((one) => one.number === number) ?? notFound();
  const updateIds = promise.commitments.flatMap((row) => row.updateId ?? []);
  const evidence = await db.evidence.findMany({
    where: { updateId: { in: updateIds } },
    select: { id: true, updateId: true, title: true, url: true },
    orderBy: { title: 'asc' },
  });
  const links = await db.promiseIndicator.findMany({
    where: { promiseId: promise.id },
    select: { indicator: { select: { key: true } } },
  });
  const keys = links.map(({ indicator }) => indicator.key);
  const indicators = keys.length > 0 ? await readIndicators(db, now, { keys }) : [];
  const place = all.indexOf(promise);
  return {
    ...promise,
    strategy,
    above: all.filter(({ id }) => id === promise.parentId),
    under: all.filter(({ parentId }) => parentId === promise.id),
    measures: nested(await readMeasures(db, strategy.id), 'published').filter(
      ({ promiseId }) => promiseId === promise.id,
    ),
    notes: can.readWorkingNotes(viewer) ? await readNotes(db, promise.id) : null,
    mayEdit: can.editStrategy(viewer),
    history: await readHistory(db, { promiseId: promise.id }),
    evidence,
    figures: indicators.flatMap((one) => readFigure(one, isoDay(now)) ?? []),
    before: all[place - 1] ?? null,
    after: all[place + 1] ?? null,
  };
});

const readNotes = async (db: Db, id: string) =>
  (await db.promise.findFirst({ where: { id }, select: { notes: true } }))?.notes ?? '';

export type PromiseChain = Awaited<ReturnType<typeof getPromise>>;
