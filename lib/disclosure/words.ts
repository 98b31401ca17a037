import type { DisclosureRule, HiddenBecause } from '#lib/disclosure/rules.ts';

/** A rule in plain sentences, for who decides on it and for who wonders what is missing. */
export function ruleWords({ threshold, roundTo, zeros, minimumDenominator, protectsRest }: DisclosureRule): string[] {
  return [
    threshold === 0 ? 'No count is hidden for being small.' : `Counts from 1 to ${threshold} are hidden.`,
    zeros === 'shown' ? 'A zero is shown.' : 'A zero is hidden as well.',
    roundTo === 1 ? 'Nothing is rounded.' : `What is shown is rounded to the nearest ${roundTo}.`,
    minimumDenominator > 0 ? `A share of a group of fewer than ${minimumDenominator} is hidden.` : '',
    protectsRest
      ? 'Those who were not counted are protected as well.'
      : 'Those who were not counted are not protected: the source has published the shares itself.',
  ].filter(Boolean);
}

/** Why a number is hidden, for the officer. */
export const becauseWords: Record<HiddenBecause, string> = {
  small: 'The count is small',
  zero: 'It is a zero, and zeros are hidden',
  group: 'The group is too small',
  rest: 'Those who were not counted are so few that the count gives them away',
  protects: 'Hidden to protect another number',
  source: 'The source hid it before it published',
};
