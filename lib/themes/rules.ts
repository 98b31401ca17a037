import type { Status } from '#lib/councils/settings.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { mayBeChance, type Verdict } from '#lib/indicators/verdicts/rules.ts';
import { isWorse, type Standing } from '#lib/updates/rules.ts';

/** What a theme's dashboard knows. The sentences in brief/ and questions/ say nothing that is not in here. */

export type CommitmentFact = {
  id: string;
  ref: string;
  slug: string;
  title: string;
  standing: Standing;
  status: Status | null;
  /** What was last published by the last meeting; null when nothing was. */
  statusThen: Status | null;
  /** Whole days since the lead last said anything; null when never. */
  silentDays: number | null;
};

export type PromiseFact = {
  number: number;
  plainTitle: string;
  hasCurrentEvidence: boolean;
  commitments: readonly { id: string }[];
};

export type ThemeFacts = {
  /** "22 September 2026"; null before the first meeting. */
  lastMeeting: string | null;
  figures: readonly Figure[];
  commitments: readonly CommitmentFact[];
  promises: readonly PromiseFact[];
  /** What the council calls a standing, in small letters for the middle of a sentence. */
  label: (standing: Standing) => string;
};

/** Words, some of them a link; `to` is an address inside the council's folder, such as commitments/health-1. */
export type Words = readonly (string | { text: string; to: string })[];

export type Turn = 'same' | 'first' | 'better' | 'worse';

/** What happened to a commitment between the last meeting and now. */
export function turn({ status, statusThen }: Pick<CommitmentFact, 'status' | 'statusThen'>): Turn {
  if (status === statusThen || status === null) return 'same';
  if (statusThen === null) return 'first';
  return isWorse(statusThen, status) ? 'worse' : 'better';
}

/** Those that have gone quiet, longest silence first; never heard of comes before all. */
export const quiet = (commitments: readonly CommitmentFact[]) =>
  commitments
    .filter((commitment) => commitment.standing === 'notUpdated')
    .toSorted((a, b) => (b.silentDays ?? Infinity) - (a.silentDays ?? Infinity) || 0);

/** What the council calls a standing. "Not updated" is no status, so no council names it. */
export const standingLabel = (statuses: readonly { key: Status; label: string }[], standing: Standing): string =>
  statuses.find((status) => status.key === standing)?.label ?? 'Not updated';

export const commitmentLink = ({ ref, slug }: Pick<CommitmentFact, 'ref' | 'slug'>) => ({
  text: ref,
  to: `commitments/${slug}`,
});

export const figureLink = ({ key, title }: Pick<Figure, 'key' | 'title'>) => ({
  text: title,
  to: `indicators/${key}`,
});

/** The figures with this verdict: those whose change is unlikely to be chance first, then by the size of the change. */
export const figuresThatAre = (verdict: Verdict, figures: readonly Figure[]) =>
  figures
    .filter((figure) => figure.verdict === verdict)
    .toSorted((a, b) => Number(isChance(a)) - Number(isChance(b)) || change(b) - change(a));

/** True only where the counts say so; where there are no counts nobody can tell. */
export const isChance = ({ latest, before }: Pick<Figure, 'latest' | 'before'>) =>
  latest !== null && before !== null && mayBeChance(latest, before) === true;

const change = ({ latest, before }: Figure) => Math.abs((latest?.value ?? 0) - (before?.value ?? 0));

/** "rose from 14.7 to 17.6": the direction of the published numbers, or null where there are not two. */
export function moved(figure: Pick<Figure, 'latest' | 'before' | 'text' | 'beforeText'>): string | null {
  const [from, to] = [figure.before?.value ?? null, figure.latest?.value ?? null];
  if (from === null || to === null) return null;
  if (from === to) return `stayed at ${figure.text}`;
  return `${to > from ? 'rose' : 'fell'} from ${figure.beforeText} to ${figure.text}`;
}
