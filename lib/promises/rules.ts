import type { Status } from '#lib/councils/settings.ts';
import { isWorse, type Standing } from '#lib/updates/rules.ts';

/** Whether a promise is being kept. The page of the promises prints the rule; change both together. */
export const verdicts = ['kept', 'partly', 'notYet', 'cannotTell'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the verdict needs to know of one commitment. `status` is the last one published, however old. */
export type Word = { standing: Standing; status: Status | null };

/** What a commitment is to a reader of the promise: one of these words, by the rules below. */
export type Going = 'well' | 'slow' | 'notBegun' | 'badly' | 'ended' | 'noNews';

const goingOf: Record<Standing, Going> = {
  complete: 'well',
  onTrack: 'well',
  atRisk: 'slow',
  notStarted: 'notBegun',
  offTrack: 'badly',
  stopped: 'ended',
  notUpdated: 'noNews',
};

/**
 * Good news runs out, bad news does not: what was off track when somebody last said something still
 * counts as going badly, so that a verdict never improves because somebody fell silent.
 */
export function going({ standing, status }: Word): Going {
  return standing === 'notUpdated' && status === 'offTrack' ? 'badly' : goingOf[standing];
}

/**
 * Whether a promise is being kept, from the commitments that serve it, how fresh the word on each is, and whether one
 * has current evidence. Figures stand beside it and do not count: they tell of a year that is over, of more than one
 * promise at once, and the council's part in them cannot be told from the rest. Young people's own verdict
 * (lib/voice/rules.ts) does not count in it either: the two stand beside each other and may differ. The first line that fits decides:
 * not yet: one of them goes badly or was stopped;
 * kept: all of them go well, and at least one has current evidence;
 * partly: half or more of them go well;
 * cannot tell: more than half of them have no current word (so too a promise that nothing serves);
 * not yet: everything else.
 */
export function verdict(facts: { words: readonly Word[]; hasCurrentEvidence: boolean }): Verdict {
  const all = facts.words.map(going);
  const number = (...kinds: Going[]) => all.filter((kind) => kinds.includes(kind)).length;
  if (number('badly', 'ended') > 0) return 'notYet';
  const well = number('well');
  if (all.length === 0) return 'cannotTell';
  if (well === all.length && facts.hasCurrentEvidence) return 'kept';
  if (well * 2 >= all.length) return 'partly';
  return number('noNews') * 2 > all.length ? 'cannotTell' : 'notYet';
}

/** How many of these have current evidence: it counts while the update that carries it does, then it is history. */
export function withCurrentEvidence(rows: readonly { standing: Standing; evidenceCount: number }[]): number {
  return rows.filter((row) => row.standing !== 'notUpdated' && row.evidenceCount > 0).length;
}

/** How many promises have each verdict, the empty ones too: what the top of the page says. */
export function countsByVerdict(found: readonly Verdict[]): { verdict: Verdict; count: number }[] {
  return verdicts.map((kind) => ({ verdict: kind, count: found.filter((other) => other === kind).length }));
}

/** What the latest published update of a commitment did to its status. */
export type Turn = 'first' | 'done' | 'better' | 'same' | 'worse' | 'ended';

export function turn(previous: Status | null, status: Status): Turn {
  if (status === 'stopped') return previous === 'stopped' ? 'same' : 'ended';
  if (previous === null) return 'first';
  if (previous === status) return 'same';
  if (status === 'complete') return 'done';
  return isWorse(previous, status) ? 'worse' : 'better';
}

type Said = { status: Status | null; previousStatus: Status | null; publishedAt: Date | null };

/**
 * The commitment whose latest update changed something most recently; where no status changed, the one
 * that was heard of last. Null when nothing was ever published.
 */
export function newestChange<Row extends Said>(rows: readonly Row[]): (Row & { turn: Turn; publishedAt: Date }) | null {
  const said = rows.flatMap((row) => {
    if (row.status === null || row.publishedAt === null) return [];
    return [{ ...row, publishedAt: row.publishedAt, turn: turn(row.previousStatus, row.status) }];
  });
  const changed = said.filter((row) => row.turn !== 'same');
  return (changed.length > 0 ? changed : said).reduce<(typeof said)[number] | null>(
    (best, row) => (best && best.publishedAt >= row.publishedAt ? best : row),
    null,
  );
}

/** True for a number as it stands in an address. */
export const isPromiseNumber = (text: string) => /^[1-9]\d{0,3}$/.test(text);
