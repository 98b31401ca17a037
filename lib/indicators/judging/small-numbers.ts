import { formatDate } from '#lib/format.ts';
import type { Decision } from '#lib/indicators/judging/queries.ts';
import type { Section } from '#lib/indicators/judging/rules.ts';

/** How the small numbers of a source are hidden, and who decided it. */
export function smallNumbers(decided: Decision): Section {
  const { threshold, roundTo, zeros, minimumDenominator, protectsRest } = decided;
  const parts = [
    threshold > 0 ? `Counts from 1 to ${threshold} are hidden, and the share with them.` : 'No count is hidden.',
    zeros === 'hidden' && 'Zeros are hidden too.',
    protectsRest && 'So are counts that leave as few on the other side.',
    minimumDenominator > 0 && `No share of a group under ${minimumDenominator} is shown.`,
    roundTo > 1 && `What is shown is rounded to the nearest ${roundTo}.`,
  ];
  return {
    id: 'small-numbers',
    title: 'Small numbers',
    outcome: parts.filter(Boolean).join(' '),
    facts: [
      ['Holds for', decided.isOfSource ? decided.source : 'Every source without a rule of its own'],
      [
        'Decided by',
        `${decided.decidedBy ?? 'The rule that came with the product'}, ${formatDate(new Date(decided.decidedOn))}`,
      ],
      ['Why', decided.reason],
    ],
  };
}
