import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { pointWords } from '#lib/indicators/words/rules.ts';
import { isWorse, type Standing } from '#lib/updates/rules.ts';

/** What changed on a theme's dashboard from one meeting to another: only what both of them show, laid side by side. */

type Commitment = { ref: string; slug: string; title: string; standing: Standing };
type ComparedFigure = {
  key: string;
  title: string;
  text: string;
  period: string | null;
  definition: { version: number; unit: string; decimals: number; areas: readonly ComparedArea[] };
};
type ComparedArea = { kind: string; points: readonly Point[] };
type ComparedPromise = { number: number; plainTitle: string; hasCurrentEvidence: boolean };
type Asked = { text: string; about: string; to: string };

export type Compared = {
  commitments: readonly Commitment[];
  figures: readonly ComparedFigure[];
  promises: readonly ComparedPromise[];
  questions: readonly Asked[];
};

export type StatusChange = {
  ref: string;
  slug: string;
  title: string;
  from: Standing | null;
  to: Standing | null;
  turn: 'worse' | 'better' | 'quiet' | 'heard' | 'new' | 'gone';
};

export type FigureChange = {
  key: string;
  title: string;
  /** new, gone: on one of the two alone. counted: another definition. moved: a newer period, or another value of it. revised: earlier values alone. */
  kind: 'new' | 'gone' | 'counted' | 'moved' | 'revised';
  from: { text: string; period: string | null } | null;
  to: { text: string; period: string | null } | null;
  /** Values of a period that both show, where they differ: the source or the council corrected them. */
  revised: { period: string; from: string; to: string }[];
};

export type PromiseChange = {
  number: number;
  plainTitle: string;
  kind: 'gained' | 'lost' | 'new' | 'gone';
};

export type Changes = {
  statuses: StatusChange[];
  figures: FigureChange[];
  promises: PromiseChange[];
  /** Asked then and not now; asked now and not then; both times. */
  questions: { dropped: Asked[]; fresh: Asked[]; kept: Asked[] };
};

export function changesBetween(from: Compared, to: Compared): Changes {
  return {
    statuses: pairs(from.commitments, to.commitments, ({ ref }) => ref).flatMap(([was, is]) => statusChange(was, is)),
    figures: pairs(from.figures, to.figures, ({ key }) => key).flatMap(([was, is]) => figureChange(was, is)),
    promises: pairs(from.promises, to.promises, ({ number }) => number).flatMap(([was, is]) => promiseChange(was, is)),
    questions: {
      dropped: from.questions.filter((one) => !isAmong(one, to.questions)),
      fresh: to.questions.filter((one) => !isAmong(one, from.questions)),
      kept: to.questions.filter((one) => isAmong(one, from.questions)),
    },
  };
}

/** True where the two dashboards say the same of everything that is compared. */
export const isUnchanged = ({ statuses, figures, promises, questions }: Changes) =>
  statuses.length + figures.length + promises.length + questions.dropped.length + questions.fresh.length === 0;

const isAmong = (one: Asked, others: readonly Asked[]) => others.some(({ text }) => text === one.text);

type Pair<T> = readonly [was: T | null, is: T | null];

/** Each thing of the later list with itself on the earlier one, in the later order; then those that are gone. */
function pairs<T>(from: readonly T[], to: readonly T[], name: (one: T) => string | number): Pair<T>[] {
  const before = new Map(from.map((one) => [name(one), one]));
  const after = new Set(to.map(name));
  return [
    ...to.map((one): Pair<T> => [before.get(name(one)) ?? null, one]),
    ...from.filter((one) => !after.has(name(one))).map((one): Pair<T> => [one, null]),
  ];
}

function statusChange(was: Commitment | null, is: Commitment | null): StatusChange[] {
  const one = is ?? was;
  if (!one || was?.standing === is?.standing) return [];
  const { ref, slug, title } = one;
  return [{ ref, slug, title, from: was?.standing ?? null, to: is?.standing ?? null, turn: turnOf(was, is) }];
}

function turnOf(was: Commitment | null, is: Commitment | null): StatusChange['turn'] {
  if (!was) return 'new';
  if (!is) return 'gone';
  if (is.standing === 'notUpdated') return 'quiet';
  if (was.standing === 'notUpdated') return 'heard';
  return isWorse(was.standing, is.standing) ? 'worse' : 'better';
}

function figureChange(was: ComparedFigure | null, is: ComparedFigure | null): FigureChange[] {
  const one = is ?? was;
  if (!one) return [];
  const { key, title } = one;
  const from = was && { text: was.text, period: was.period };
  const to = is && { text: is.text, period: is.period };
  if (!was || !is) return [{ key, title, kind: was ? 'gone' : 'new', from, to, revised: [] }];
  if (was.definition.version !== is.definition.version) return [{ key, title, kind: 'counted', from, to, revised: [] }];
  const revised = revisedOf(was, is);
  const isMoved = was.text !== is.text || was.period !== is.period;
  if (!isMoved && revised.length === 0) return [];
  return [{ key, title, kind: isMoved ? 'moved' : 'revised', from, to, revised }];
}

function revisedOf(was: ComparedFigure, is: ComparedFigure): FigureChange['revised'] {
  const { unit, decimals } = is.definition;
  const before = new Map(ownPoints(was).map((point) => [point.period, point]));
  return ownPoints(is).flatMap((point) => {
    const earlier = before.get(point.period);
    if (!earlier) return [];
    const [old, now] = [pointWords(earlier, unit, decimals), pointWords(point, unit, decimals)];
    return old === now ? [] : [{ period: point.period, from: old, to: now }];
  });
}

const ownPoints = ({ definition }: ComparedFigure) =>
  definition.areas.find(({ kind }) => kind === 'council')?.points ?? [];

function promiseChange(was: ComparedPromise | null, is: ComparedPromise | null): PromiseChange[] {
  const one = is ?? was;
  if (!one) return [];
  const { number, plainTitle } = one;
  if (!was || !is) return [{ number, plainTitle, kind: was ? 'gone' : 'new' }];
  if (was.hasCurrentEvidence === is.hasCurrentEvidence) return [];
  return [{ number, plainTitle, kind: is.hasCurrentEvidence ? 'gained' : 'lost' }];
}
