import { isCountUnit, isSmallCount } from '#lib/disclosure/rules.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';

type ContentList = 'strategy' | 'priorities' | 'commitments' | 'promises' | 'measures' | 'statistics' | 'indicators';

/** What is wrong in one cell: the list, which of its rows from 0 (the strategy itself has one), and the field. */
export type ContentProblem = { list: ContentList; index: number; field: string; sentence: string };

type Tell = (index: number, field: string, sentence: string) => void;

/** Counts of children up to here are not kept, where a council has set nothing else. Conventions B3. */
const usualThreshold = 5;

/**
 * What the shape of the content cannot say: names that lead nowhere or stand twice, circles, dates out of order,
 * numbers that could point at a child. Empty means that it can be written.
 * @param threshold the council's rule disclosureThreshold
 */
export function contentProblems(content: StrategyContent, threshold = usualThreshold): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const on =
    (list: ContentList): Tell =>
    (index, field, sentence) =>
      problems.push({ list, index, field, sentence });
  checkStrategy(content, on('strategy'));
  checkPriorities(content, on('priorities'));
  checkCommitments(content, on('commitments'));
  checkPromises(content, on('promises'));
  checkMeasures(content, on('measures'));
  checkStatistics(content, threshold, on('statistics'));
  checkNames(content.indicators, 'key', on('indicators'));
  return problems;
}

function checkStrategy({ key, startsOn, endsOn, adoptedOn, supersedes }: StrategyContent, tell: Tell) {
  if (endsOn < startsOn) tell(0, 'endsOn', `The last day, ${endsOn}, is before the first, ${startsOn}.`);
  if (adoptedOn && adoptedOn > endsOn) tell(0, 'adoptedOn', `It was adopted on ${adoptedOn}, after its last day.`);
  if (supersedes === key) tell(0, 'supersedes', 'A strategy cannot take its own place.');
}

function checkPriorities({ priorities }: StrategyContent, tell: Tell) {
  checkNames(priorities, 'key', tell);
  checkParents(priorities, (row) => row.key, tell);
}

function checkCommitments(content: StrategyContent, tell: Tell) {
  const { commitments, priorities, indicators, key } = content;
  const known = new Set(priorities.map((row) => row.key));
  const byRef = new Map(commitments.map((row) => [row.ref, row]));
  const numbers = new Set<string>();
  checkNames(commitments, 'ref', tell);
  checkParents(commitments, (row) => row.ref, tell);
  commitments.forEach((row, index) => {
    if (!known.has(row.priority)) tell(index, 'priority', `No priority has the key "${row.priority}".`);
    const parent = row.parent === null ? undefined : byRef.get(row.parent);
    if (parent && parent.priority !== row.priority) {
      tell(index, 'parent', `${parent.ref} belongs to the priority "${parent.priority}", not to "${row.priority}".`);
    }
    const place = JSON.stringify([row.priority, row.parent, row.number]);
    if (numbers.has(place)) tell(index, 'number', `Another one beside ${row.ref} has the number ${row.number}.`);
    numbers.add(place);
    if (row.carriedFrom?.strategy === key) {
      tell(index, 'carriedFrom', `${row.ref} cannot be carried over from its own strategy.`);
    }
    checkLinks(row.indicators, namesOf(indicators), 'indicators', 'indicator', (...said) => tell(index, ...said));
  });
}

function checkPromises({ promises, commitments, indicators }: StrategyContent, tell: Tell) {
  const refs = new Set(commitments.map((row) => row.ref));
  checkNames(promises, 'number', tell);
  checkParents(promises, (row) => row.number, tell);
  promises.forEach((row, index) => {
    const here = (field: string, sentence: string) => tell(index, field, sentence);
    checkLinks(row.commitments, refs, 'commitments', 'commitment', here);
    checkLinks(row.indicators, namesOf(indicators), 'indicators', 'indicator', here);
  });
}

function checkMeasures(content: StrategyContent, tell: Tell) {
  const { measures, priorities, promises, indicators } = content;
  const byRef = new Map(measures.map((row) => [row.ref, row]));
  checkNames(measures, 'ref', tell);
  checkParents(measures, (row) => row.ref, tell);
  measures.forEach((row, index) => {
    const here = (field: string, sentence: string) => tell(index, field, sentence);
    const { priority, promise, indicator } = row;
    if (priority !== null && promise !== null)
      here('promise', 'It stands under a priority or a promise, not under both.');
    if (priority !== null) checkLinks([priority], namesOf(priorities), 'priority', 'priority', here);
    if (promise !== null && !promises.some(({ number }) => number === promise)) {
      here('promise', `No promise has the number ${promise}.`);
    }
    if (indicator !== null) checkLinks([indicator], namesOf(indicators), 'indicator', 'indicator', here);
    if (row.directionQuery && !row.publishedDirection)
      here('directionQuery', 'No direction was printed that could be doubted.');
    const parent = row.parent === null ? undefined : byRef.get(row.parent);
    if (parent && (parent.kind !== row.kind || parent.priority !== priority || parent.promise !== promise)) {
      here(
        'parent',
        `${row.ref} must be of the same kind, priority and promise as ${parent.ref}, of which it is a part.`,
      );
    }
  });
}

function checkStatistics({ statistics, priorities }: StrategyContent, threshold: number, tell: Tell) {
  checkNames(statistics, 'order', tell);
  statistics.forEach((row, index) => {
    const { priority, value, symbol, unit, numerator, denominator } = row;
    const here = (field: string, sentence: string) => tell(index, field, sentence);
    if (priority !== null) checkLinks([priority], namesOf(priorities), 'priority', 'priority', here);
    if ((value === null) === (symbol === null)) here('value', 'Give a value, or a symbol that says why there is none.');
    const small = (count: number | null) => isSmallCount(count, threshold);
    const sentence = `Counts from 1 to ${threshold} could point at a child and are not kept: put the symbol c.`;
    if (isCountUnit(unit) && small(value)) here('value', sentence);
    if (small(numerator)) here('numerator', sentence);
    if (small(denominator)) here('denominator', sentence);
    if (numerator !== null && denominator !== null && numerator > denominator) {
      here('numerator', `${numerator} of ${denominator} is more than all.`);
    }
  });
}

const namesOf = (rows: readonly { key: string }[]) => new Set(rows.map(({ key }) => key));

function checkNames<Field extends string>(rows: readonly Record<Field, string | number>[], field: Field, tell: Tell) {
  const seen = new Set<string | number>();
  rows.forEach((row, index) => {
    const name = row[field];
    if (seen.has(name)) tell(index, field, `"${name}" is there twice.`);
    seen.add(name);
  });
}

/** A parent must be there, and nothing may stand under itself, directly or through others. */
function checkParents<Name extends string | number, Row extends { parent: Name | null }>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
  tell: Tell,
) {
  const parents = new Map(rows.map((row) => [nameOf(row), row.parent]));
  for (const [index, row] of rows.entries()) {
    if (row.parent === null) continue;
    if (!parents.has(row.parent)) tell(index, 'parent', `There is no "${row.parent}" for it to stand under.`);
    let above: Name | null | undefined = row.parent;
    for (let left = rows.length; above != null && above !== nameOf(row) && left > 0; left--) above = parents.get(above);
    if (above === nameOf(row)) tell(index, 'parent', `"${nameOf(row)}" would stand under itself.`);
  }
}

function checkLinks(
  names: readonly string[],
  known: ReadonlySet<string>,
  field: string,
  noun: string,
  tell: (field: string, sentence: string) => void,
) {
  names.forEach((name, at) => {
    if (!known.has(name)) tell(field, `There is no ${noun} "${name}".`);
    else if (names.indexOf(name) < at) tell(field, `The ${noun} "${name}" is named twice.`);
  });
}
