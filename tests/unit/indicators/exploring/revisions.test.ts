import { expect, it } from 'vitest';
import { plainRule } from '#lib/disclosure/rules.ts';
import { makeRate, mostFiles } from '#lib/indicators/exploring/rate.ts';
import { type Recorded, revisionsOf } from '#lib/indicators/exploring/revisions.ts';

const recorded = (
  day: string,
  value: number | null,
  numerator: number | null = null,
  endsOn = '2025-03-31',
): Recorded => ({
  area: 'E1',
  version: 1,
  endsOn,
  value,
  numerator,
  denominator: numerator === null ? null : 250,
  symbol: value === null ? 'x' : null,
  recordedAt: new Date(`${day}T09:00:00Z`),
});
const rules = () => ({ rule: plainRule(5), unit: '%' });
const told = (history: Recorded[], isShown = true) =>
  revisionsOf(history, rules, () => isShown).map(({ before, after }) => [
    before.value ?? before.symbol,
    after.value ?? after.symbol,
  ]);

it('tells each correction, newest first, and nothing of what was brought in again', () => {
  const history = [
    recorded('2025-05-01', 72),
    recorded('2025-07-01', 73),
    recorded('2025-06-01', 72),
    recorded('2025-08-01', 74),
  ];
  expect(told(history)).toEqual([
    [73, 74],
    [72, 73],
  ]);
});

it('hides small counts of old values as of new ones', () => {
  expect(told([recorded('2025-05-01', 2, 4), recorded('2025-07-01', 3, 8)])).toEqual([['c', 3]]);
});

it('tells nothing of a value that may not be shown today', () => {
  expect(told([recorded('2025-05-01', 72), recorded('2025-07-01', 73)], false)).toEqual([]);
});

it('keeps the corrections of two periods apart', () => {
  expect(told([recorded('2025-05-01', 72), recorded('2025-07-01', 73, null, '2024-03-31')])).toEqual([]);
});

it('gives a person so many files a minute, and says how long to wait for more', () => {
  const waits = makeRate();
  for (let n = 0; n < mostFiles; n++) expect(waits('me', 1_000 + n)).toBe(0);
  expect(waits('me', 21_000)).toBe(40);
  expect(waits('somebody else', 21_000)).toBe(0);
  expect(waits('me', 61_001)).toBe(0);
});
