import 'server-only';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import type { Db } from '#lib/db.ts';
import { amongAt, countKey } from '#lib/disclosure/cells.ts';
import { planRelease } from '#lib/disclosure/ledger.ts';
import type { LedgerRow } from '#lib/disclosure/planning.ts';
import { recordedIn } from '#lib/disclosure/recorded.ts';
import type { ReleaseCell } from '#lib/disclosure/releases.ts';
import { type DisclosureRule, reasonToHide } from '#lib/disclosure/rules.ts';
import { Refusal } from '#lib/errors.ts';
import type { IndicatorData } from '#lib/indicators/rules.ts';
import { keyOf, placeKey } from '#lib/releases/hidden.ts';
import { type RawValue, readRawParts, readRawValues } from '#lib/releases/raw.ts';
import { breakdownsWithout, indicatorsWithout, type Withheld } from '#lib/releases/withholding.ts';

type Shown = { value: number | null; denominator: number | null };
type Leaving<One> = { indicators: readonly One[]; breakdowns: readonly ShownBreakdown[] };

export type HeldBack<One> = {
  /** The same with what earlier releases forbid taken out. */
  indicators: One[];
  breakdowns: ShownBreakdown[];
  /** What the ledger is to say of it. */
  rows: LedgerRow[];
  /** Set where nothing that is hidden now could make it safe; then it must not leave. */
  refusal: Refusal | null;
  /** What every value really is, shown or not. It goes no further than the officer's list of reasons. */
  raw: RawValue[];
};

/**
 * Holds what is about to leave against everything that was released before. Only the council's own area counts: what
 * regions and countries print has been printed by its source.
 * @param leaving what would be shown, each by its own rule already
 */
export async function holdAgainstLedger<One extends IndicatorData>(
  db: Db,
  { indicators, breakdowns }: Leaving<One>,
  now: Date,
): Promise<HeldBack<One>> {
  const keys = indicators.map(({ key }) => key);
  const withParts = [...new Set(breakdowns.map(({ indicator }) => indicator))];
  const raw = [...(await readRawValues(db, now, keys)), ...(await readRawParts(db, now, withParts))];
  const shown = shownIn({ indicators, breakdowns });
  const own = raw.flatMap((value): Own[] => {
    const there = value.kind === 'council' ? shown.get(keyOf(value)) : undefined;
    return there ? [{ value, there }] : [];
  });
  const rules = new Map(own.map(({ value }) => [value.definitionId, known(ruleOf(indicators, value))]));
  const ruleFor = (id: string) => known(rules.get(id));
  const isOwn = ({ value, there }: Own, part: ReleaseCell['part']) =>
    isHiddenIn(there, part) && hasOwnReason(value, ruleFor(value.definitionId));
  const plan = await firstPossible([
    () =>
      planRelease(
        db,
        cellsOf(own, ({ there }, part) => isHiddenIn(there, part)),
        ruleFor,
      ),
    // What is hidden only for another's sake may be known already, and need not stay a secret: others must go then.
    () => planRelease(db, cellsOf(own, isOwn), ruleFor),
  ]);
  if (plan instanceof Refusal) {
    return { indicators: [...indicators], breakdowns: [...breakdowns], rows: [], refusal: plan, raw };
  }
  const gone = withheldBy(
    plan.made.hidden,
    own.map(({ value }) => value),
  );
  const left = {
    indicators: indicatorsWithout(indicators, gone),
    breakdowns: breakdownsWithout(breakdowns, gone),
  };
  const rows = plan.attempt === 0 ? asPrinted(plan.made.rows, shownIn(left), own) : [...plan.made.rows];
  return { ...left, rows, refusal: null, raw };
}

/** The first plan that is not refused, or else the refusal of the first. */
async function firstPossible<Plan>(attempts: readonly (() => Promise<Plan>)[]) {
  let refusal: Refusal | null = null;
  for (const [attempt, plan] of attempts.entries()) {
    try {
      return { made: await plan(), attempt };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
    }
  }
  return refusal ?? new Refusal('Nothing was tried.');
}

/** Every value that would be shown, by its place. */
function shownIn({ indicators, breakdowns }: Leaving<IndicatorData>): Map<string, Shown> {
  const headline = indicators.flatMap(({ key, versions }) =>
    versions.flatMap(({ version, areas }) =>
      areas.flatMap(({ code, points }) =>
        points.map((point): [string, Shown] => [
          placeKey({ indicator: key, version, code, period: point.period }),
          point,
        ]),
      ),
    ),
  );
  const parts = breakdowns.flatMap((one) =>
    one.tables.flatMap(({ area, period, cells }) =>
      cells.map((cell): [string, Shown] => {
        const at = { indicator: one.indicator, version: one.version, code: area.code, period };
        return [placeKey({ ...at, among: amongAt(one, cell.row, cell.column) }), cell];
      }),
    ),
  );
  return new Map([...parts, ...headline]);
}

type Own = { value: RawValue; there: Shown };

/** Each count once, whichever tables it stands in. */
function cellsOf(own: readonly Own[], isHidden: (one: Own, part: ReleaseCell['part']) => boolean): ReleaseCell[] {
  const cells = own.flatMap((one) =>
    recordedIn(one.value).map((cell) => ({ ...cell, isHidden: isHidden(one, cell.part) })),
  );
  return [...new Map(cells.map((cell) => [countKey(cell), cell])).values()];
}

/** True where the rule hides a value for what it is itself, or its source did. */
const hasOwnReason = (value: RawValue, rule: DisclosureRule) =>
  value.value === null || reasonToHide({ ...value, value: value.value }, rule) !== null;

const isHiddenIn = (shown: Shown | undefined, part: ReleaseCell['part']) =>
  !shown || (part === 'group' ? shown.denominator === null : shown.value === null);

/** The places of the counts that must go. Who knows a share and its count knows the group, so the share goes with both. */
function withheldBy(hidden: ReadonlySet<string>, values: readonly RawValue[]): Map<string, Withheld> {
  const gone = new Map<string, Withheld>();
  for (const value of values) {
    const parts = recordedIn(value).filter((cell) => hidden.has(countKey(cell)));
    const group = parts.some(({ part }) => part === 'group');
    if (parts.length > 0) gone.set(keyOf(value), { value: true, group });
  }
  return gone;
}

/** The ledger says shown only of what the page really prints. */
function asPrinted(rows: readonly LedgerRow[], shown: ReadonlyMap<string, Shown>, own: readonly Own[]): LedgerRow[] {
  const places = new Map(own.flatMap(({ value }) => recordedIn(value).map((cell) => [countKey(cell), keyOf(value)])));
  return rows.map((row) => {
    const place = places.get(countKey(row));
    return place !== undefined && isHiddenIn(shown.get(place), row.part) ? { ...row, shown: null } : row;
  });
}

function ruleOf(indicators: readonly IndicatorData[], { indicator, version }: RawValue) {
  const versions = indicators.find(({ key }) => key === indicator)?.versions;
  return versions?.find((one) => one.version === version)?.rule;
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('A count has no rule for small numbers.');
  return found;
}
