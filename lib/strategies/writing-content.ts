import { day } from '#lib/calendar/rules.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { type By, type Reworded, recordRewordings } from '#lib/strategies/adopted-wording.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { removeRows } from '#lib/strategies/removing-rows.ts';
import { writeCommitments } from '#lib/strategies/writing-commitments.ts';
import { writeCommitmentLinks, writePromiseLinks } from '#lib/strategies/writing-links.ts';
import { writeMeasures } from '#lib/strategies/writing-measures.ts';
import { writePriorities } from '#lib/strategies/writing-priorities.ts';
import { writePromises } from '#lib/strategies/writing-promises.ts';
import { bring, idsFor } from '#lib/strategies/writing-rows.ts';
import { writeStatistics } from '#lib/strategies/writing-statistics.ts';

/** What each part of the writing gets: where it writes, and the ids of what was written before it. */
export type Writing = {
  db: Db;
  councilId: string;
  content: StrategyContent;
  strategyId: string;
  /** Indicator ids by key. */
  indicators: ReadonlyMap<string, string>;
};

/** Ids of a strategy's rows, by what people call them. */
export type Written<Name> = { ids: Map<Name, string>; gone: string[]; reworded: Reworded[] };

/**
 * Brings the council's strategy of this key to the content, or makes it: creates, changes, and takes out what is
 * named no more. Rows keep their ids, so that what rests on them stays where it is.
 * @param by who changes adopted wording and why; without it such a change is refused
 * @throws Refusal when the content is not sound, and when a row that others rest on would go
 */
export async function writeContent(db: Db, councilId: string, content: StrategyContent, by?: By) {
  const [problem] = contentProblems(content);
  if (problem) throw new Refusal(problem.sentence, { errors: { [problem.field]: problem.sentence } });
  const { strategyId, rules, reworded } = await writeStrategy(db, councilId, content);
  const indicators = await writeIndicators(db, councilId, content.indicators);
  const writing: Writing = { db, councilId, content, strategyId, indicators };
  const priorities = await writePriorities(writing);
  const commitments = await writeCommitments(writing, priorities.ids);
  const promises = await writePromises(writing);
  const measures = await writeMeasures(writing, { priorities: priorities.ids, promises: promises.ids });
  const statistics = await writeStatistics(writing, priorities.ids);
  await writeCommitmentLinks(writing, commitments.ids);
  await writePromiseLinks(writing, { promises: promises.ids, commitments: commitments.ids });
  await removeRows(db, {
    priorities: priorities.gone,
    commitments: commitments.gone,
    promises: promises.gone,
    measures: measures.gone,
    statistics: statistics.gone,
  });
  const changes = [reworded, priorities, commitments, promises, measures].flatMap((part) =>
    Array.isArray(part) ? part : part.reworded,
  );
  await recordRewordings(db, councilId, { changes, strategy: rules, by });
  return {
    id: strategyId,
    priorities: priorities.ids,
    commitments: commitments.ids,
    promises: promises.ids,
    measures: measures.ids,
    statistics: statistics.ids,
  };
}

async function writeStrategy(db: Db, councilId: string, content: StrategyContent) {
  const { key, title, startsOn, endsOn, adoptedBy, adoptedOn, note, testQuestions, supersedes } = content;
  const earlier =
    supersedes && (await db.strategy.findFirst({ where: { key: supersedes }, select: { id: true, startsOn: true } }));
  if (supersedes && !earlier) {
    const sentence = `There is no strategy "${supersedes}" whose place it could take.`;
    throw new Refusal(sentence, { errors: { supersedes: sentence } });
  }
  if (earlier && earlier.startsOn >= day(startsOn)) {
    const sentence = `It must begin after the strategy "${supersedes}", whose place it takes.`;
    throw new Refusal(sentence, { errors: { startsOn: sentence } });
  }
  const data = {
    title,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    adoptedBy,
    adoptedOn: adoptedOn === null ? null : day(adoptedOn),
    note,
    testQuestions,
    supersedesId: earlier ? earlier.id : null,
  };
  const row = await db.strategy.findFirst({ where: { key } });
  const kept = new Map(row ? [[key, { ...row, note: row.note ?? '' }]] : []);
  const ids = idsFor(kept, [key]);
  const strategyId = ids.get(key) as string;
  const reworded = await bring({
    noun: 'strategy',
    kept,
    wanted: new Map([[key, data]]),
    ids,
    create: () => db.strategy.create({ data: { councilId, key, id: strategyId, ...data } }),
    change: (id, changed) =>
      db.strategy.update({
        where: { councilId_id: { councilId, id } },
        data: { ...changed, version: { increment: 1 } },
      }),
  });
  return { strategyId, rules: row ?? data, reworded };
}

async function writeIndicators(db: Db, councilId: string, listed: StrategyContent['indicators']) {
  const keys = listed.map(({ key }) => key);
  const kept = await db.indicator.findMany({ where: { key: { in: keys } }, select: { id: true, key: true } });
  const ids = new Map(kept.map(({ id, key }) => [key, id]));
  const fresh = listed
    .filter(({ key }) => !ids.has(key))
    .map((row) => ({ ...row, id: crypto.randomUUID(), councilId }));
  if (fresh.length > 0) await db.indicator.createMany({ data: fresh });
  return new Map([...ids, ...fresh.map(({ key, id }) => [key, id] as const)]);
}
