import type { Status } from '#lib/councils/settings.ts';
import { formatDate, formatTime, isoDay } from '#lib/format.ts';
import { lastDay, type Reopenable } from '#lib/rounds/rules.ts';
import { type Freshness, needsReason } from '#lib/updates/rules.ts';
import type { UpdateState } from '#prisma/generated/enums.ts';

const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'long' });

/** "the November meeting" */
export const meetingName = (startsAt: Date) => `the ${month.format(startsAt)} meeting`;

/** "the November round" */
export const roundName = (meetingStartsAt: Date) => `the ${month.format(meetingStartsAt)} round`;

/**
 * How fresh a commitment's status is, as one sentence.
 * @param saidAt when the latest published update was submitted
 * @param meetingAt when the meeting of that update's round begins
 */
export function freshnessInWords(fresh: Freshness, saidAt: Date | null, meetingAt: Date | null): string {
  if (fresh === 'never' || !saidAt) return 'Nobody has said yet how this is going.';
  const said = formatDate(saidAt);
  if (fresh === 'notUpdated') return `Last confirmed ${said}. Nobody has confirmed it since.`;
  return meetingAt ? `Last confirmed ${said}, in time for ${meetingName(meetingAt)}.` : `Last confirmed ${said}.`;
}

/** "3 days late", "due today", "due in 5 days". @param days whole days from today; negative when it is past */
export function dueInWords(days: number): string {
  if (days < -1) return `${-days} days late`;
  if (days === -1) return '1 day late';
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return `due in ${days} days`;
}

/** "today", "yesterday", "5 days ago". @param days whole days from then to today */
export function agoInWords(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** Where an update is on its way, in words. */
export const stateWords: Record<UpdateState, string> = {
  draft: 'A draft has been begun',
  submitted: 'An update was sent and waits for the administrator',
  returned: 'The update came back to the lead',
  approved: 'An update is approved and waits to be published',
  published: 'Published',
};

/** How the form asks for the reason: whether it is owed depends on the status that is chosen. */
export function reasonQuestion(previous: Status | null, status: Status | ''): { label: string; hint: string } {
  const needed = 'Needed: the board will read this.';
  if (status === 'offTrack') return { label: 'Why is it off track?', hint: needed };
  if (status === 'stopped') return { label: 'Why was it stopped?', hint: needed };
  if (status && needsReason(previous, status)) return { label: 'Why did it get worse?', hint: needed };
  return { label: 'Why?', hint: 'Needed only when it is off track, stopped, or worse than last time.' };
}

type Closed = Reopenable & { meetingAt: Date };

/** Between rounds: which one has closed, and when the next one opens. */
export function closedSentence(rounds: readonly Closed[], today: Date): string {
  const closed = rounds.findLast((round) => lastDay(round) < today);
  const next = rounds.find((round) => round.opensOn > today);
  const opens = next ? `The next one opens on ${formatDate(next.opensOn)}.` : 'The next one has not been set yet.';
  if (!closed) return `No round is open today. ${opens}`;
  const name = roundName(closed.meetingAt);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} closed on ${formatDate(lastDay(closed))}. ${opens}`;
}

/** Why an update offers no decision. */
export function decidedSentence(state: UpdateState): string {
  if (state === 'published') return 'This update is published.';
  if (state === 'returned') return 'This update was returned to the lead.';
  return 'You wrote this update, so somebody else decides on it.';
}

/** What the button on a commitment's page leads its lead to. */
export function writeWords(state: UpdateState | undefined): string {
  if (state === 'draft' || state === 'returned') return 'Go on writing';
  return state === 'submitted' ? 'Read it or take it back' : 'Say how it is going';
}

/** "4.12 pm", with the day before it when that is not today; null for a returned update that nobody has changed. */
export function savedWords({ savedAt, submittedAt }: Saved, today: Date): string | null {
  if (submittedAt && savedAt <= submittedAt) return null;
  const time = formatTime(savedAt);
  return isoDay(savedAt) === isoDay(today) ? time : `${formatDate(savedAt)}, ${time}`;
}
type Saved = { savedAt: Date; submittedAt: Date | null };

/** "home-4" in an address is "Home 4" to people. */
export function refOfSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
