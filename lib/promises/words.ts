import type { Status } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { type Going, going, type Turn, type Verdict, type Word } from '#lib/promises/rules.ts';

/**
 * What the promises page says in words that a nine-year-old can read: whole short sentences,
 * each derived from standings and dates, none of them written by hand for one promise.
 */

export const verdictWords: Record<Verdict, string> = {
  kept: 'Kept',
  partly: 'Partly kept',
  notYet: 'Not yet',
  cannotTell: 'We can’t tell',
};

/** The heading and the first words of the page. @param children the council's word for the children it cares for */
export const introWords = (council: string, promises: number, children: string) => ({
  title: 'Are we keeping our promises?',
  lead: `${council} made ${promises} ${promises === 1 ? 'promise' : 'promises'} to the ${children}. Here you can see if we keep them.`,
});

/** How we decide, before the four verdicts. */
export const ruleIntro: readonly string[] = [
  'For each promise there are things we said we would do. The workers must tell us how each thing goes.',
  'Good news gets old. When the workers do not tell us again in time, we say that we have no news. Bad news counts until it gets better.',
  'Proof is something that shows that a thing is true. New proof came with the last news.',
  'We show numbers too. But they tell of a year that is over. So they do not count here.',
];

/** The rule of `verdict` in rules.ts, as the page prints it. */
export const ruleWords: readonly { verdict: Verdict; meaning: string }[] = [
  { verdict: 'kept', meaning: 'All the things go well. And we have new proof.' },
  { verdict: 'partly', meaning: 'Half of the things go well, or more. None goes badly.' },
  { verdict: 'notYet', meaning: 'One thing goes badly, or we stopped it. Or too few things go well.' },
  { verdict: 'cannotTell', meaning: 'We have no news of more than half of the things.' },
];

const london = { timeZone: 'Europe/London' } as const;
const month = new Intl.DateTimeFormat('en-GB', { ...london, month: 'long' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { ...london, day: 'numeric', month: 'long' });
const yearOf = (date: Date) => isoDay(date).slice(0, 4);
const withYear = (words: string, date: Date, asOf: Date) =>
  yearOf(date) === yearOf(asOf) ? words : `${words} ${yearOf(date)}`;

/** 3 October, or 3 October 2025 when the year is not the reader's. */
const dayInWords = (date: Date, asOf: Date) => withYear(dayAndMonth.format(date), date, asOf);

type Said = Word & { submittedAt: Date | null };

/**
 * Why the verdict is what it is: how many things we said we would do, and how they go.
 * @param proven how many of them have current evidence
 */
export function whySentences(rows: readonly Said[], proven: number, asOf: Date): string[] {
  if (rows.length === 0) return ['We have not said yet what we will do for this.'];
  const of = (kind: Going) => rows.filter((row) => going(row) === kind);
  const silentBad = of('badly').filter((row) => row.standing === 'notUpdated');
  const [noLonger, notYet] = [true, false].map((ever) => of('noNews').filter((row) => !!row.submittedAt === ever));
  return [
    `We said we would do ${some(rows.length, 'thing', 'things')} for this.`,
    wellSentence(of('well').length, rows.length),
    some(of('slow').length, 'is slow.', 'are slow.'),
    some(of('notBegun').length, 'has not begun.', 'have not begun.'),
    some(of('badly').length - silentBad.length, 'goes badly.', 'go badly.'),
    some(silentBad.length, 'went badly when we last heard of it.', 'went badly when we last heard of them.'),
    some(of('ended').length, 'was stopped.', 'were stopped.'),
    since(noLonger ?? [], asOf),
    some(notYet?.length ?? 0, 'has had no news yet.', 'have had no news yet.'),
    proven === 0 ? 'We have no new proof.' : `We have new proof for${gap}${proven}.`,
  ].filter((sentence) => sentence !== '');
}

function wellSentence(well: number, all: number): string {
  if (well < all || well === 1) return some(well, 'goes well.', 'go well.');
  return well === 2 ? 'Both go well.' : `All ${well} go well.`;
}

/** A no-break space: a number stays on the line of the word after it. */
const gap = '\u00a0';

const some = (n: number, one: string, many: string) => (n === 0 ? '' : `${n}${gap}${n === 1 ? one : many}`);

/** "2 have had no news since June": June is the last time that any of the two was heard of. */
function since(rows: readonly Said[], asOf: Date): string {
  const last = new Date(Math.max(...rows.map((row) => row.submittedAt?.getTime() ?? 0)));
  const when = rows.length > 0 ? withYear(month.format(last), last, asOf) : '';
  return some(rows.length, `has had no news since ${when}.`, `have had no news since ${when}.`);
}

const nowWords: Record<Status, string> = {
  notStarted: 'not begun',
  onTrack: 'going well',
  atRisk: 'slow',
  offTrack: 'going badly',
  complete: 'done',
  stopped: 'stopped',
};

type Change = Word & { title: string; turn: Turn; previousStatus: Status | null; publishedAt: Date };

/** What changed, and when, in one to four short sentences. It names the commitment by its title, never by an update's words. */
export function changeSentences(change: Change | null, asOf: Date): string[] {
  if (!change?.status) return ['We have had no news of this yet.'];
  const when = `On ${dayInWords(change.publishedAt, asOf)}`;
  const now = nowWords[change.status];
  const thing = `“${change.title}”`;
  const isOld = change.standing === 'notUpdated';
  const was = change.previousStatus ? `It was ${nowWords[change.previousStatus]}.` : '';
  const is = isOld ? `Then it was ${now}. We have had no news since.` : `Now it is ${now}.`;
  const said: Record<Turn, string[]> = {
    first: [`${when} we first had news of this: ${thing}.`, is],
    done: [`${when} this was done: ${thing}.`],
    better: [`${when} this got better: ${thing}.`, was, is],
    worse: [`${when} this got worse: ${thing}.`, was, is],
    same: [`${when} we had news of this: ${thing}.`, isOld ? is : `It is still ${now}.`],
    ended: [`${when} we stopped this: ${thing}.`],
  };
  return said[change.turn];
}
