import type { Filter, ImportRule } from '#lib/imports/map.ts';
import { fits } from '#lib/imports/map.ts';

/** How the Department's own files hold the indicators of the standard set: offered, never taken by itself. */

type Shape = { value: string; numerator?: string; denominator?: string };
type Known = [key: string, pick: Record<string, string>, total?: Record<string, string>];

const counts = { value: 'children_percent', numerator: 'children_count', denominator: 'children_count' };
const leavers = { value: 'care_leaver_percent', numerator: 'care_leaver_count', denominator: 'care_leaver_count' };
const rate = { value: 'rate_per_10000', numerator: 'children_count', denominator: 'population_estimate' };

const [younger, older] = ['17 to 18 years', '19 to 21 years'];
const health = 'Health assessments: Children looked after all ages';
const misuse = 'Substance misuse: Children looked after all ages';
const wellbeing = 'Ages 5 to 16 years with SDQ score';
const started = 'Children starting to be looked after each year';
const ceased = 'Children ceasing to be looked after each year';
const standing = 'Children looked after on 31 March each year';
const longer = 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years';
const stage4 = { social_care_group: 'CLA 12 months at 31 March' };

const known: [Shape, Known[]][] = [
  [
    leavers,
    [
      ...[younger, older].map((age): Known => {
        const key = age === younger ? 'suitable-home-17-18' : 'suitable-home-19-21';
        const suitable = { care_leaver_age: age, breakdown: 'Accommodation considered suitable' };
        return [key, suitable, { breakdown: 'Suitability total' }];
      }),
      [
        'home-not-known-19-21',
        { care_leaver_age: older, breakdown: 'No information' },
        { breakdown: 'Suitability total' },
      ],
      ...[younger, older].map((age): Known => {
        const key = age === younger ? 'learning-or-work-17-18' : 'learning-or-work-19-21';
        const busy = { care_leaver_age: age, breakdown: 'Total in education, employment or training' };
        return [key, busy, { breakdown: 'Total' }];
      }),
      [
        'not-in-learning-or-work-19-21',
        { care_leaver_age: older, breakdown: 'Total not in education, employment or training' },
        { breakdown: 'Total' },
      ],
    ],
  ],
  [
    counts,
    [
      [
        'three-or-more-homes',
        { cla_group: 'CLA on 31 March', placement_stability: 'With 3 or more placements during the year' },
        { placement_stability: 'Total children' },
      ],
      [
        'same-carer-two-years',
        { cla_group: longer, placement_stability: 'Living with the same carer for at least 2 years' },
        { placement_stability: 'Total children' },
      ],
      [
        'yearly-health-check',
        { characteristic: health, breakdown: 'Had their annual health assessment' },
        { breakdown: 'Total all ages' },
      ],
      [
        'dental-check',
        { characteristic: health, breakdown: 'Had their teeth checked by a dentist' },
        { breakdown: 'Total all ages' },
      ],
      [
        'immunisations',
        { characteristic: health, breakdown: 'Had their immunisations up to date' },
        { breakdown: 'Total all ages' },
      ],
      [
        'development-checks',
        {
          characteristic: 'Development assessments: Children looked after ages 0 to 4 years',
          breakdown: 'Development assessments up to date',
        },
        { breakdown: 'Total ages 0 to 4 years' },
      ],
      [
        'wellbeing-score-received',
        { characteristic: wellbeing, breakdown: 'SDQ score was received' },
        { breakdown: 'Total ages 5 to 16 years' },
      ],
      [
        'drugs-alcohol-need',
        { characteristic: misuse, breakdown: 'Identified as having a substance misuse problem' },
        { breakdown: 'Total all ages' },
      ],
      [
        'conviction-or-caution',
        {
          characteristic: 'Convictions: Children looked after Ages 10 to 17 years',
          breakdown: 'Convicted or subject to youth cautions, or youth conditional cautions during the year',
        },
        { breakdown: 'Total ages 10 to 17 years' },
      ],
    ],
  ],
  // The average score stands in the column of counts, with z for its share.
  [
    { value: 'children_count' },
    [
      ['wellbeing-score-average', { characteristic: wellbeing, breakdown: 'SDQ average score' }],
      ['children-in-care-number', { population_type: standing }],
    ],
  ],
  [
    rate,
    [
      ['children-in-care-rate', { population_type: standing }],
      ['children-starting-care', { population_type: started }],
      ['children-leaving-care', { population_type: ceased }],
    ],
  ],
  [{ value: 'avg_att8' }, [['attainment-8', stage4]]],
  [
    { value: 'pt_l2basics_94', numerator: 't_l2basics_94', denominator: 't_pupils' },
    [['english-maths-grade-4', stage4]],
  ],
  [
    { value: 'pt_l2basics_95', numerator: 't_l2basics_95', denominator: 't_pupils' },
    [['english-maths-grade-5', stage4]],
  ],
];

/** The rules of the standard set that this file fits, for the indicators that the council has. */
export function knownRules(
  header: readonly string[],
  filters: readonly Filter[],
  indicators: ReadonlySet<string>,
): ImportRule[] {
  const rules = known.flatMap(([{ value, numerator = '', denominator = '' }, figures]) =>
    figures.map(([indicator, pick, denominatorPick = {}]) => ({
      id: `standard ${indicator}`,
      indicator,
      breakdown: '',
      pick,
      value,
      numerator,
      denominator,
      denominatorPick,
      across: [],
    })),
  );
  return rules.filter((rule) => indicators.has(rule.indicator) && fits(rule, header, filters));
}
