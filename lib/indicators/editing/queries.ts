import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { careOf, dayAfterStart, meaningOf, polarityOf, wordsOf } from '#lib/indicators/editing/fields.ts';
import { hasValues, readIndicator } from '#lib/indicators/editing/loading.ts';
import { readExpected } from '#lib/indicators/freshness/queries.ts';
import { linkOptions, linksOf } from '#lib/indicators/links/reading.ts';
import { targetsInForce } from '#lib/indicators/targets/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';

/** Every figure with its owner, its source and what is expected next; last those that nobody has given a meaning. */
export const listIndicatorSettings = query(async (viewer, db) => {
  if (!can.editIndicators(viewer)) return forbidden();
  const expected = new Map((await readExpected(db, isoDay(today()))).map((row) => [row.key, row]));
  const indicators = await db.indicator.findMany({
    orderBy: { title: 'asc' },
    select: {
      key: true,
      title: true,
      definitions: {
        orderBy: { version: 'desc' },
        take: 1,
        select: { polarityConfirmedById: true, polarity: true, source: { select: { name: true } } },
      },
    },
  });
  return indicators
    .map(({ key, title, definitions: [definition] }) => ({
      key,
      title,
      source: definition?.source.name ?? null,
      isConfirmed: definition ? definition.polarityConfirmedById !== null : null,
      expected: expected.get(key) ?? null,
    }))
    .toSorted((one, other) => Number(one.expected === null) - Number(other.expected === null));
});

/** Everything that the settings of one figure show, each part with a mark of what stands. */
export const getIndicatorSettings = query(async (viewer, db, key: string) => {
  if (!can.editIndicators(viewer)) return forbidden();
  const indicator = (await readIndicator(db, key)) ?? notFound();
  const { id, title, ownerId, definitions } = indicator;
  const [definition] = definitions;
  // An indicator that a strategy only names: it has a title and nothing else yet.
  if (!definition) return { key, title, sources: await listSources(db), defined: null };
  const links = await linksOf(db, id);
  const targets = await db.target.findMany({
    where: { definitionId: definition.id },
    include: { setBy: { select: { name: true } } },
  });
  const words = wordsOf(title, definition);
  const meaning = meaningOf(definition);
  const polarity = polarityOf(definition);
  const care = careOf(ownerId, definition);
  const breakdowns = await db.breakdown.findMany({ where: { indicatorId: id }, orderBy: { title: 'asc' } });
  return {
    key,
    title,
    sources: await listSources(db),
    defined: {
      definition,
      versions: definitions,
      hasValues: await hasValues(db, definition.id),
      earliestBreak: dayAfterStart(definition),
      words: { fields: words, shown: markOf(words) },
      meaning: { fields: meaning, shown: markOf(meaning) },
      polarity: { fields: polarity, shown: markOf(polarity) },
      care: { fields: care, shown: markOf(care) },
      links: { fields: links, shown: markOf(links), options: await linkOptions(db) },
      people: await listPeople(db, ownerId),
      targets: targetsInForce(
        targets.map(({ dueOn, setOn, value, tolerance, setBy, ...target }) => ({
          ...target,
          dueOn: isoDay(dueOn),
          setOn,
          value: Number(value),
          tolerance: Number(tolerance),
          setBy: setBy.name,
        })),
      ),
      breakdowns,
      expected: (await readExpected(db, isoDay(today()))).find((row) => row.key === key) ?? null,
    },
  };
});
type IndicatorSettings = Awaited<ReturnType<typeof getIndicatorSettings>>;
export type DefinedIndicator = NonNullable<IndicatorSettings['defined']>;

/** The sources that a new figure can choose from. */
export const listSourcesToChoose = query(async (viewer, db) => {
  if (!can.editIndicators(viewer)) return forbidden();
  return listSources(db);
});

const listSources = (db: Db) =>
  db.source.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true, licence: true } });

/** Who may own a figure: who is here, and the owner of today in any case. */
const listPeople = (db: Db, ownerId: string | null) =>
  db.person.findMany({
    where: { OR: [{ leftOn: null }, ...(ownerId === null ? [] : [{ id: ownerId }])] },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
