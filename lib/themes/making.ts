import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { day, daysBetween } from '#lib/calendar/rules.ts';
import { type CommitmentStanding, type StandingParts, standingsIn } from '#lib/commitments/queries.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { indicatorsIn, type readHeads, type readValues } from '#lib/indicators/queries.ts';
import { readFigure } from '#lib/indicators/rules.ts';
import { papersDueOn } from '#lib/meetings/rules.ts';
import type { readPeers } from '#lib/neighbours/peers.ts';
import { type readPromises, withStandings } from '#lib/promises/queries.ts';
import { inShort } from '#lib/themes/brief/rules.ts';
import { mostHeadlines, placedParts } from '#lib/themes/composing/rules.ts';
import { questionsWorthAsking } from '#lib/themes/questions/rules.ts';
import type { Composition, ThemeRow } from '#lib/themes/reading.ts';
import { type CommitmentFact, standingLabel } from '#lib/themes/rules.ts';
import { readStatistic } from '#lib/themes/statistics/rules.ts';
import { countsByStanding, type Standing } from '#lib/updates/rules.ts';
import { type readSaidRows, withVoice } from '#lib/voice/said.ts';

export type DashboardCouncil = Pick<Viewer['council'], 'slug' | 'shortName' | 'rules' | 'statuses'>;

export type Parts = {
  council: DashboardCouncil;
  theme: ThemeRow;
  composition: Composition;
  standings: StandingParts;
  heads: Awaited<ReturnType<typeof readHeads>>;
  values: Awaited<ReturnType<typeof readValues>>;
  peers: Awaited<ReturnType<typeof readPeers>>;
  breakdowns: ShownBreakdown[];
  promises: Awaited<ReturnType<typeof readPromises>>;
  said: Awaited<ReturnType<typeof readSaidRows>>;
};

/** Everything that the page of a theme says on this day, from what was read. @param today 2026-11-22, London */
export function makeDashboard(today: string, parts: Parts): ThemeDashboard {
  const shown = shownOf(today, parts);
  return { ...shown, ...saidOf(shown) };
}

export type ThemeDashboard = Shown & ReturnType<typeof saidOf>;
type Shown = ReturnType<typeof shownOf>;

function shownOf(today: string, { council, theme: { then, ...theme }, composition, ...parts }: Parts) {
  const { rules } = council;
  const standings = standingsIn(parts.standings, today);
  const asOf = day(today);
  const keys = new Set(theme.priorities.map(({ key }) => key));
  const commitments = standings
    .filter(({ priorityKey }) => keys.has(priorityKey))
    .map((row) => ({ ...row, ...factsOf(row, then, today) }));
  const figures = figuresOf(parts, composition, today);
  const promises = shownPromises(parts, composition, { standings, commitments, asOf, rules });
  const startsAt = theme.next && new Date(theme.next.startsAt);
  return {
    ...theme,
    council,
    asOf,
    next: theme.next &&
      startsAt && {
        startsAt,
        place: theme.next.place,
        papersDueOn: papersDueOn(startsAt, rules.updatesDueWorkingDaysBefore),
      },
    last: theme.last && { ...theme.last, startsAt: new Date(theme.last.startsAt) },
    version: composition.version,
    parts: placedParts(
      composition.parts,
      composition.texts.map(({ id }) => id),
    ),
    texts: composition.texts,
    meetings: composition.meetings,
    figures,
    headlines: headlinesOf(
      composition,
      figures.map(({ key }) => key),
    ),
    notes: composition.figures.flatMap(({ key, note, by, on }) => (note && by && on ? [{ key, note, by, on }] : [])),
    breakdowns: composition.breakdowns.flatMap(
      (chosen) => parts.breakdowns.find((one) => one.key === chosen.key && one.indicator === chosen.indicator) ?? [],
    ),
    statistics: theme.statistics.map((row) => readStatistic(row, rules.disclosureThreshold)),
    commitments,
    counts: countsByStanding(commitments.map(({ standing }) => standing)),
    promises,
  };
}

type Said = Pick<Shown, 'council' | 'last' | 'figures' | 'commitments' | 'promises'>;

/** The sentences and the questions: made again where a figure of a frozen dashboard must not be shown any more. */
export function saidOf({ council, last, figures, commitments, promises }: Said) {
  const facts = {
    lastMeeting: last && formatDate(last.startsAt),
    figures,
    commitments,
    promises,
    label: (standing: Standing) => standingLabel(council.statuses, standing).toLowerCase(),
  };
  return { brief: inShort(facts), questions: questionsWorthAsking(facts) };
}

function figuresOf(
  { heads, values, peers }: Omit<Parts, 'theme' | 'council' | 'composition'>,
  composition: Composition,
  today: string,
) {
  const place = new Map(composition.figures.map(({ key }, at) => [key, at]));
  return indicatorsIn(heads, values, peers)
    .toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
    .flatMap((indicator) => readFigure(indicator, today) ?? []);
}

/** Those that an officer put first; the first few where nobody has chosen. */
function headlinesOf({ figures }: Composition, shown: readonly string[]): string[] {
  const chosen = figures.filter(({ isHeadline }) => isHeadline).map(({ key }) => key);
  return shown.filter((key) => chosen.length === 0 || chosen.includes(key)).slice(0, mostHeadlines);
}

type Beside = {
  standings: readonly CommitmentStanding[];
  commitments: readonly { id: string }[];
  asOf: Date;
  rules: DashboardCouncil['rules'];
};

/** The promises that an officer chose, or those that the commitments of the theme serve; what the page says of each. */
function shownPromises(parts: Pick<Parts, 'promises' | 'said'>, { promises: chosen }: Composition, beside: Beside) {
  const ids = new Set(beside.commitments.map(({ id }) => id));
  const all = withStandings(parts.promises, beside.standings, beside.asOf);
  const shown =
    chosen.length > 0
      ? chosen.flatMap((id) => all.find((promise) => promise.id === id) ?? [])
      : all.filter((promise) => promise.commitments.some(({ id }) => ids.has(id)));
  return withVoice(shown, parts.said, beside.rules.disclosureThreshold).map(
    ({ id, number, plainTitle, verdict, hasCurrentEvidence, young, commitments }) => ({
      id,
      number,
      plainTitle,
      verdict,
      hasCurrentEvidence,
      young,
      commitments: commitments.map((one) => ({ id: one.id })),
    }),
  );
}

function factsOf(
  row: CommitmentStanding,
  then: ThemeRow['then'],
  today: string,
): Pick<CommitmentFact, 'statusThen' | 'silentDays'> {
  return {
    statusThen: then[row.id] ?? null,
    silentDays: row.submittedAt && daysBetween(day(isoDay(row.submittedAt)), day(today)),
  };
}
