import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import type { Sum } from '#lib/disclosure/attack.ts';
import { amongAt, type CellPart, shareOf, sumsOf } from '#lib/disclosure/cells.ts';
import {
  countBehind,
  type DisclosureRule,
  discloseObservation,
  type HiddenBecause,
  isCountUnit,
  type Observed,
  reasonToHide,
  sizeProblem,
} from '#lib/disclosure/rules.ts';
import { type CountCell, type Known, protect } from '#lib/disclosure/tables.ts';

/**
 * What is hidden of all tables of one definition, area and period: together with the headline they are one system, so
 * that no table gives away what another hides. The headline comes first: what it shows is taken for known, and only
 * parts are hidden for the sake of others. So whoever reads the headline alone sees the same number.
 */

export type Lines = Pick<ShownBreakdown, 'rowTitle' | 'rows' | 'columnTitle' | 'columns' | 'isWhole'>;

/** A value as it is stored, of the breakdown with this key. */
export type StoredCell = Observed & { breakdown: string; row: string; column: string };

export type Tables = {
  unit: string;
  rule: DisclosureRule;
  headline: Observed | null;
  /** By their keys. */
  breakdowns: ReadonlyMap<string, Lines>;
  cells: readonly StoredCell[];
};

/** Of one stored value: why it may not be shown, and whether its group may not be either. */
export type Hiding = { because: HiddenBecause | null; isGroupHidden: boolean };

/** One for each of the stored cells, in their order. */
export function hidingOf(tables: Tables): Hiding[] {
  const { unit, rule, cells } = tables;
  const system = systemOf(tables);
  const found = protect(system);
  // Where hiding single counts cannot help, because of what the headline shows, all of the tables is withheld.
  const isWithheld = found.exposed.size > 0;
  return cells.map((cell, at) => {
    const { count, group } = system.ids[at] ?? {};
    const isHidden = (id: string | undefined) => id !== undefined && (isWithheld || found.hidden.has(id));
    const isGroupHidden = group === wholeGroup ? found.hidden.has(wholeGroup) : isHidden(group);
    if (cell.value === null) return { because: cell.symbol === 'c' ? 'source' : null, isGroupHidden };
    const own = reasonToHide({ ...cell, value: cell.value, unit }, rule);
    return { because: own ?? (isHidden(count) || isGroupHidden ? 'protects' : null), isGroupHidden };
  });
}

/** A stored value as it may be shown: what is hidden has lost its number, its count and its share. */
export function showCell(cell: StoredCell, { because, isGroupHidden }: Hiding, unit: string, rule: DisclosureRule) {
  const { row, column, value, numerator, denominator, symbol } = discloseObservation(cell, unit, rule);
  const group = isGroupHidden ? null : denominator;
  if (because === null) return { row, column, value, numerator, denominator: group, symbol };
  return { row, column, value: null, numerator: null, denominator: group, symbol: 'c' as const };
}

const idOf = (part: CellPart, among: string) => `${part}:${among}`;
const [wholeCount, wholeGroup] = [idOf('count', ''), idOf('group', '')];

type Place = { count?: string; group?: string };

function systemOf({ unit, rule, headline, breakdowns, cells }: Tables) {
  const counts = new Map<string, CountCell>();
  const shares: Sum[] = [];
  const hide = new Set<string>();

  /** The same children have one count, whichever table they stand in; where two tables differ, each has its own. */
  const add = (cell: CountCell, table: string): string => {
    const there = counts.get(cell.id);
    if (there && there.value !== null && cell.value !== null && there.value !== cell.value) {
      return add({ ...cell, id: `${cell.id} in ${table}` }, table);
    }
    if (!there || there.value === null) counts.set(cell.id, cell);
    return cell.id;
  };

  const enter = (observed: Observed, id: (part: CellPart) => string, table: string): Place => {
    const { symbol } = observed;
    if (symbol === 'z') return {};
    const { count, group } = countsOf(observed, unit);
    const isHiddenBySource = count === null && symbol !== null;
    // What a source hid before it published is its own concern where it published the shares as well.
    const isFree = isHiddenBySource && (symbol !== 'c' || !rule.protectsRest);
    const place: Place = {};
    if (count !== null || isHiddenBySource) {
      place.count = add({ id: id('count'), value: count, ...(isFree && { unprinted: 'free' as const }) }, table);
    }
    if (group !== null) place.group = add({ id: id('group'), value: group }, table);
    if (place.count && place.group && (count ?? 0) <= (group ?? 0)) {
      const of = { count: place.count, group: place.group, rest: id('rest') };
      const share = shareOf((part) => of[part], { count, group }, rule);
      for (const rest of share.cells.slice(2)) add(rest, table);
      shares.push(...share.sums);
    }
    return place;
  };

  const known: Known[] = headline ? knownOf(headline, unit, rule) : [];
  if (headline) {
    const whole = enter(headline, (part) => idOf(part, ''), 'whole');
    for (const id of [whole.count, whole.group]) if (id && !known.some((one) => one.id === id)) hide.add(id);
  }

  const ofOneGroup = new Set([...breakdowns.keys()].filter((key) => isOfOneGroup(key, cells, headline)));
  const places = new Map<string, Place>();
  const ids = cells.map((cell) => {
    const lines = breakdowns.get(cell.breakdown);
    const isCommon = ofOneGroup.has(cell.breakdown);
    // Of parts that make up the group, the one that the headline counts is the headline.
    const isHeadline = isCommon && !lines?.isWhole && cell.numerator !== null && cell.numerator === headline?.numerator;
    const among = lines && !isHeadline ? amongAt(lines, cell.row, cell.column) : '';
    const id = (part: CellPart) => (part === 'group' && isCommon ? wholeGroup : idOf(part, among));
    const place = enter(cell, id, cell.breakdown);
    places.set(placeKey(cell.breakdown, cell.row, cell.column), place);
    if (cell.value !== null && place.count && reasonToHide({ ...cell, value: cell.value, unit }, rule)) {
      hide.add(place.count);
    }
    if (place.group && place.group !== wholeGroup && sizeProblem(cell.denominator, rule)) hide.add(place.group);
    return place;
  });

  const sums = [...breakdowns].flatMap(([key, lines]) => {
    if (!lines.isWhole) return [];
    const at = (part: 'count' | 'group') => (row: string, column: string) =>
      places.get(placeKey(key, row, column))?.[part] ?? idOf(part, amongAt(lines, row, column));
    return [...sumsOf(lines, at('count')), ...(ofOneGroup.has(key) ? [] : sumsOf(lines, at('group')))];
  });
  for (const key of ofOneGroup) {
    const own = cells.flatMap((cell, at) => (cell.breakdown === key ? [{ cell, id: ids[at]?.count ?? '' }] : []));
    const total = own.reduce((sum, { cell }) => sum + (cell.numerator ?? Number.NaN), 0);
    if (!breakdowns.get(key)?.isWhole && total === headline?.denominator) {
      sums.push({ whole: wholeGroup, parts: own.map(({ id }) => id) });
    }
  }
  const isTold = ({ whole, parts }: Sum) => counts.has(whole) && parts.some((id) => counts.has(id));
  return { cells: [...counts.values()], sums: [...shares, ...sums.filter(isTold)], rule, known, hide, ids };
}

const placeKey = (...words: string[]) => words.join('\n');

/** The children behind a value: those counted, and those out of whom. */
function countsOf({ value, numerator, denominator }: Observed, unit: string) {
  if (value === null) return { count: null, group: isCountUnit(unit) ? null : denominator };
  if (isCountUnit(unit)) return { count: value, group: null };
  return { count: countBehind({ value, unit, numerator, denominator }), group: denominator };
}

/** What the page of the headline shows of it, which nothing here can take back. */
function knownOf(headline: Observed, unit: string, rule: DisclosureRule): Known[] {
  const shown = discloseObservation(headline, unit, rule);
  const { count, group } = countsOf(headline, unit);
  const exactly = (id: string, value: number | null) => (value === null ? [] : [{ id, low: value, high: value }]);
  return [
    ...(shown.value === null ? [] : exactly(wholeCount, count)),
    ...(shown.denominator === null ? [] : exactly(wholeGroup, group)),
  ];
}

/** True for shares of one and the same group, such as what all care leavers do: the groups do not add up. */
function isOfOneGroup(key: string, cells: readonly StoredCell[], headline: Observed | null): boolean {
  const groups = cells.filter(({ breakdown, denominator }) => breakdown === key && denominator !== null);
  return groups.length > 1 && groups.every(({ denominator }) => denominator === headline?.denominator);
}
