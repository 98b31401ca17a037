import { describe, expect, it } from 'vitest';
import { catalogueEntries, catalogueSources, offered } from '#lib/indicators/catalogue/rules.ts';
import { targetsInForce } from '#lib/indicators/targets/rules.ts';

const keys = catalogueEntries.map(({ key }) => key);

describe('the catalogue', () => {
  it('offers every figure of the standard set', () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [
      'children-in-care-rate',
      'three-or-more-homes',
      'same-carer-two-years',
      'far-from-home',
      'foster-care',
      'with-parents',
      'three-or-more-social-workers',
      'mid-year-school-move',
      'yearly-health-check',
      'dental-check',
      'immunisations',
      'development-checks',
      'wellbeing-score-average',
      'wellbeing-score-received',
      'wellbeing-score-normal',
      'wellbeing-score-borderline',
      'wellbeing-score-concern',
      'drugs-alcohol-need',
      'conviction-or-caution',
      'persistent-absence',
      'overall-absence',
      'suspensions',
      'key-stage-2',
      'attainment-8',
      'english-maths-grade-4',
      'english-maths-grade-5',
      'progress-8',
      'learning-or-work-17-18',
      'learning-or-work-19-21',
      'suitable-home-17-18',
      'suitable-home-19-21',
      'university-17-18',
      'university-19-21',
      'not-in-learning-or-work-19-21',
      'not-in-touch-19-21',
      'staying-put',
      'missing-from-home',
      'away-without-permission',
      'unaccompanied-children',
      'children-starting-care',
      'children-leaving-care',
      'first-health-check-20-days',
      'first-health-referral-5-days',
      'health-review-under-5',
      'health-review-5-and-over',
      'education-plan-started',
      'education-plan-first-review',
      'education-plan-every-term',
      'first-review-20-days',
      'reviews-on-time',
      'first-visit-one-week',
      'visits-every-six-weeks',
    ]) {
      expect(keys).toContain(key);
    }
  });

  it('says of every share what is counted out of what, and of every source its licence', () => {
    for (const { unit, numeratorMeaning, denominatorMeaning, source, question } of catalogueEntries) {
      if (unit === '%') expect(numeratorMeaning && denominatorMeaning).toBeTruthy();
      expect(catalogueSources[source]?.licence).toBeTruthy();
      expect(question).toMatch(/\?$/);
    }
  });

  it('says what the council has already', () => {
    const entries = offered(new Set(['dental-check'])).flatMap((group) => group.entries);
    expect(entries.filter(({ isHere }) => isHere).map(({ key }) => key)).toEqual(['dental-check']);
    expect(entries).toHaveLength(keys.length);
  });
});

it('of the targets for one day the one set last holds', () => {
  const aims = [
    { id: '1', dueOn: '2026-03-31' },
    { id: '3', dueOn: '2027-03-31' },
    { id: '2', dueOn: '2026-03-31' },
  ];
  expect(targetsInForce(aims).map(({ id, isSuperseded }) => [id, isSuperseded])).toEqual([
    ['2', false],
    ['1', true],
    ['3', false],
  ]);
});
