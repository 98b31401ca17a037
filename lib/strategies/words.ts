import { count, formatDate } from '#lib/format.ts';
import type { Phase } from '#lib/strategies/rules.ts';
import type { Direction } from '#prisma/generated/enums.ts';

/** Which way a measure is meant to go, in words. */
export const directionWords: Record<Direction, string> = {
  increase: 'Increase',
  reduce: 'Reduce',
  maintain: 'Keep as it is',
  ensure: 'Make sure of it',
  improve: 'Improve',
};

export const phaseWords: Record<Phase, string> = {
  coming: 'Not begun yet',
  inForce: 'In force',
  closed: 'Closed',
};

/** What a column of adopted wording is called. */
export const fieldWords: Record<string, string> = {
  title: 'Title',
  vision: 'Vision',
  outcome: 'Outcome',
  wording: 'Wording',
  testQuestions: 'Test questions',
  publishedDirection: 'Direction as printed',
  target: 'Target',
};

/** "2017 to 2020" */
export const yearsWords = ({ startsOn, endsOn }: { startsOn: Date; endsOn: Date }) =>
  `${startsOn.getUTCFullYear()} to ${endsOn.getUTCFullYear()}`;

/** Who was asked to adopt it, and when; whether they did is in the note, where the sources say it. */
export const adoptionWords = ({ adoptedBy, adoptedOn }: { adoptedBy: string | null; adoptedOn: Date | null }) =>
  [adoptedBy, adoptedOn && formatDate(adoptedOn)].filter(Boolean).join(', ');

type Holdings = { priorities: number; commitments?: number; promises: number; measures?: number };

/** "6 priorities, 62 commitments and 11 promises": what there is none of is not named. */
export function holdsWords({ priorities, commitments = 0, promises, measures = 0 }: Holdings): string {
  const parts = [
    priorities > 0 && count(priorities, 'priority', 'priorities'),
    commitments > 0 && count(commitments, 'commitment'),
    promises > 0 && count(promises, 'promise'),
    measures > 0 && count(measures, 'measure'),
  ].filter((part) => part !== false);
  return new Intl.ListFormat('en-GB').format(parts) || 'Nothing yet';
}
