import { amongAt, countKey } from '#lib/disclosure/cells.ts';
import { type Links, linkShares, linkTables, linkYears, linkYearToDate, type View } from '#lib/disclosure/links.ts';
import { meantBy } from '#lib/disclosure/printed.ts';
import {
  type EarlierCell,
  grouped,
  type Meaning,
  type Recorded,
  type ReleaseCell,
  standingAt,
  unknownOf,
  type Whole,
} from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { type CountCell, type Known, protect, type Why } from '#lib/disclosure/tables.ts';

/**
 * A new release and all earlier ones as one puzzle: who keeps every edition can lay them side by side. The same count is
 * one unknown wherever it was printed, and a release that was withdrawn has been read.
 */

export type Puzzle = {
  cells: readonly ReleaseCell[];
  earlier: readonly EarlierCell[];
  /** Everything recorded of these definitions and areas, released or not. */
  recorded: readonly Recorded[];
  meanings: readonly Meaning[];
  wholes: readonly Whole[];
  rule: DisclosureRule;
};

export type Joint = {
  /** Keys of the counts that the new release must not print. */
  hidden: ReadonlySet<string>;
  why: ReadonlyMap<string, Why | 'earlier'>;
  /** Counts that stay exposed whatever is hidden now, with what they are found out from. */
  exposed: readonly { id: string; cells: readonly Recorded[] }[];
};

/** What to hide of the counts of one indicator, area and span of time. */
export function planTogether(puzzle: Puzzle): Joint {
  const { cells, earlier, rule } = puzzle;
  const mine = new Map(cells.map((cell) => [unknownOf(cell), cell]));
  const before = new Map(earlier.map((cell) => [unknownOf(cell), cell]));
  const { unprinted, sums: named } = linksOf(puzzle);
  const sums = [...named.values()];
  const used = new Set([...mine.keys(), ...before.keys(), ...sums.flatMap(({ whole, parts }) => [whole, ...parts])]);
  const known = new Map(puzzle.recorded.map((cell) => [unknownOf(cell), cell.value]));
  const all = [...used].map((id): CountCell => {
    const derived = unprinted.get(id);
    if (derived) return derived;
    const cell = mine.get(id) ?? before.get(id);
    const value = cell ? cell.value : (known.get(id) ?? null);
    if (mine.has(id)) return { id, value };
    return { id, value, unprinted: cell || value === null ? 'free' : 'protected' };
  });
  const onceHidden = new Set(earlier.filter(({ shown }) => shown === null).map(unknownOf));
  const found = protect({
    cells: all,
    sums,
    rule,
    known: earlier.flatMap((cell) => readAs(cell, rule)),
    hide: [...onceHidden, ...cells.filter(({ isHidden }) => isHidden).map(unknownOf)],
  });
  const why = new Map<string, Why | 'earlier'>();
  for (const [id, cell] of mine) {
    const reason = found.why.get(id);
    if (reason) why.set(countKey(cell), reason === 'protects' && onceHidden.has(id) ? 'earlier' : reason);
  }
  const values = new Map(all.map(({ id, value }) => [id, value]));
  const exposed = [...found.exposed].filter((id) => values.get(id) !== null);
  const nameOf = (id: string) => mine.get(id) ?? before.get(id);
  return {
    hidden: new Set(why.keys()),
    why,
    exposed: exposed.map((id) => {
      const near = sums.flatMap(({ whole, parts }) => ([whole, ...parts].includes(id) ? [whole, ...parts] : []));
      return { id, cells: [id, ...near].flatMap((one) => nameOf(one) ?? []) };
    }),
  };
}

/** What a printed count of an earlier release says of the true one. */
function readAs(cell: EarlierCell, rule: DisclosureRule): Known[] {
  if (cell.shown === null) return [];
  return [{ id: unknownOf(cell), ...meantBy(cell.shown, { ...rule, roundTo: cell.roundTo }) }];
}

/** Each release with what stood when it came out; the new one last, with what stands now. */
function viewsOf({ cells, earlier, recorded }: Puzzle, isNamed: (cell: Recorded) => boolean): View[] {
  const releases = grouped(earlier, ({ release, releasedAt }) => `${release} ${releasedAt.getTime()}`);
  const views = [...releases.values()].map((own) => ({ own, moment: own[0]?.releasedAt ?? new Date(0) }));
  const newest = { own: cells, moment: new Date(8.64e15) };
  return [...views, ...(cells.length > 0 ? [newest] : [])].map(({ own, moment }) => {
    const view = standingAt(recorded.filter(isNamed), moment);
    for (const cell of own) view.set(countKey(cell), cell);
    return view;
  });
}

/** The sums of every release, over the counts that some release named and the tables that these stand in. */
function linksOf(puzzle: Puzzle): Links {
  const { cells, earlier, meanings, wholes: all, rule } = puzzle;
  const links: Links = { unprinted: new Map(), sums: new Map() };
  const released: Recorded[] = [...earlier, ...cells];
  const amongs = new Set(released.map(({ among }) => among));
  const wholes = all.filter((whole) => placesOf(whole).some((among) => among !== '' && amongs.has(among)));
  for (const among of wholes.flatMap(placesOf)) amongs.add(among);
  const places = new Map(released.map((cell) => [`${cell.definitionId} ${cell.period}`, cell]));
  const toDate = new Set(meanings.filter(({ isYearToDate }) => isYearToDate).map(({ id }) => id));
  for (const view of viewsOf(puzzle, ({ among }) => amongs.has(among))) {
    linkShares(links, view, rule);
    for (const place of places.values()) linkTables(links, view, place, wholes);
    linkYears(links, view, meanings);
    linkYearToDate(links, view, toDate, rule);
  }
  return links;
}

const placesOf = (whole: Whole) =>
  ['', ...whole.rows].flatMap((row) => ['', ...whole.columns].map((column) => amongAt(whole, row, column)));
