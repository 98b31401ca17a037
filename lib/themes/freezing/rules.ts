import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { smallNumbersIn } from '#lib/guard/small-numbers.ts';
import { discloseIndicator, type Figure, readFigure } from '#lib/indicators/rules.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

/** A dashboard as it was frozen for a meeting: values are copied in and never change; what may be shown can shrink. */
export type FrozenContent = {
  /** The shape of this content, for readers that come later. */
  shape: 1;
  meeting: { startsAt: string; theme: string };
  frozenBy: string;
  frozenAt: string;
  edition: number;
  /** Why there is another edition; empty for the first. */
  reason: string;
  /** The rules for small numbers that it was made by, by the key of the indicator. */
  rules: Record<string, DisclosureRule>;
  dashboard: ThemeDashboard;
};

/** So long after a meeting its dashboard can still be frozen for the first time; a correction of one always can. */
const freezableDays = 28;

/** Whether today's dashboard may become the paper of this meeting. */
export const isFreezable = (meeting: { startsAt: Date; editions: number }, now: Date) =>
  meeting.editions > 0 || meeting.startsAt.getTime() > now.getTime() - freezableDays * 86_400_000;

/** Of two rules the stricter in every respect. */
export const strictest = (one: DisclosureRule, other: DisclosureRule): DisclosureRule => ({
  threshold: Math.max(one.threshold, other.threshold),
  roundTo: Math.max(one.roundTo, other.roundTo),
  zeros: one.zeros === 'hidden' || other.zeros === 'hidden' ? 'hidden' : 'shown',
  minimumDenominator: Math.max(one.minimumDenominator, other.minimumDenominator),
  protectsRest: one.protectsRest || other.protectsRest,
});

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export type RulesOfToday = {
  /** By the key of the indicator. One that is not there any more keeps the rule that it had. */
  figures: ReadonlyMap<string, DisclosureRule>;
  /** The council's setting, for printed numbers, voices and texts. */
  threshold: number;
};

type Again = Pick<ThemeDashboard, 'council' | 'last' | 'figures' | 'commitments' | 'promises'>;
type Said = Pick<ThemeDashboard, 'brief' | 'questions'>;

/**
 * A dashboard of an earlier day by the rules of that day and of today, whichever hides more: a rule that became
 * stricter holds for what was frozen before as well, and one that was loosened shows nothing that was hidden.
 * @param say makes the sentences and the questions again, where a figure that they speak of is hidden now
 * @returns the dashboard, and how many things are hidden that were shown when it was frozen
 */
export function shownToday(
  { dashboard, rules: then }: Pick<FrozenContent, 'dashboard' | 'rules'>,
  rules: RulesOfToday,
  say: (facts: Again) => Said,
): { dashboard: ThemeDashboard; hidden: number } {
  const figures = dashboard.figures.map((figure) => figureToday(figure, rules, dashboard.asOf));
  const hiddenFigures = figures.filter((figure, at) => figure !== dashboard.figures[at]).length;
  const breakdowns = dashboard.breakdowns.filter(({ indicator }) =>
    holdsStill(then[indicator], rules.figures.get(indicator)),
  );
  const isRaised = rules.threshold > dashboard.council.rules.disclosureThreshold;
  const statistics = isRaised
    ? dashboard.statistics.map((one) => ({ ...one, figure: { suppressed: true } as const }))
    : dashboard.statistics;
  const promises = isRaised
    ? dashboard.promises.map((one) => ({ ...one, young: { ...one.young, view: null } }))
    : dashboard.promises;
  const notes = dashboard.notes.filter(({ note }) => isHarmless(note, rules));
  const texts = dashboard.texts.filter(({ heading, body }) => isHarmless(`${heading}. ${body}`, rules));
  const hidden =
    hiddenFigures +
    (dashboard.breakdowns.length - breakdowns.length) +
    (isRaised ? statistics.length + promises.filter(({ young }) => young.wasHeard).length : 0) +
    (dashboard.notes.length - notes.length) +
    (dashboard.texts.length - texts.length);
  if (hidden === 0) return { dashboard, hidden };
  const parts = dashboard.parts.filter(
    (part) => !part.startsWith('text:') || texts.some(({ id }) => part.endsWith(id)),
  );
  const shown = { ...dashboard, figures, breakdowns, statistics, promises, notes, texts, parts };
  return { dashboard: hiddenFigures > 0 || isRaised ? { ...shown, ...say(shown) } : shown, hidden };
}

const isHarmless = (text: string, { threshold }: RulesOfToday) => smallNumbersIn(text, threshold).length === 0;

/** True where today's rule hides nothing that the rule of then showed. Without a rule of then nobody can tell. */
const holdsStill = (then: DisclosureRule | undefined, today: DisclosureRule | undefined) =>
  then !== undefined && isSame(strictest(then, today ?? then), strictest(then, then));

const ruleOf = (figure: Figure, { figures }: RulesOfToday, rule: DisclosureRule) => {
  const today = figures.get(figure.key);
  return today ? strictest(rule, today) : rule;
};

const isStricter = (figure: Figure, rules: RulesOfToday) =>
  figure.versions.some(({ rule }) => !isSame(ruleOf(figure, rules, rule), strictest(rule, rule)));

/** The very same figure where today's rule hides nothing more; else read again from what may still be shown. */
function figureToday(figure: Figure, rules: RulesOfToday, asOf: Date): Figure {
  if (!isStricter(figure, rules)) return figure;
  const versions = figure.versions.map((version) => ({ ...version, rule: ruleOf(figure, rules, version.rule) }));
  // A place among neighbours leans on the own value, so it is not told again.
  const again = discloseIndicator({ ...figure, versions, peers: null });
  const points = (all: typeof versions) => all.flatMap(({ areas }) => areas.map((area) => area.points));
  if (isSame(points(again.versions), points(figure.versions))) return figure;
  return readFigure(again, isoDay(asOf)) ?? figure;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A stored content as the code has it: its moments are dates again. */
export const thawed = (stored: unknown): FrozenContent => {
  const content = revive(stored) as FrozenContent;
  return {
    ...content,
    frozenAt: String(iso(content.frozenAt)),
    meeting: { ...content.meeting, startsAt: String(iso(content.meeting.startsAt)) },
  };
};

const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

function revive(value: unknown): unknown {
  if (typeof value === 'string') return moment.test(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(part)]));
  }
  return value;
}
