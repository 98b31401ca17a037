import { z } from 'zod';
import catalogue from '#lib/indicators/catalogue/catalogue.json' with { type: 'json' };
import { units } from '#lib/indicators/values/rules.ts';

/** The figures that councils are compared by, and those that boards keep of their own. Conventions B5. */

const entry = z.strictObject({
  /** Under which heading it is offered. */
  group: z.string(),
  key: z.string(),
  title: z.string(),
  question: z.string(),
  unit: z.enum(units),
  cohort: z.string(),
  numeratorMeaning: z.string().nullable(),
  denominatorMeaning: z.string().nullable(),
  source: z.string(),
  periodType: z.enum([
    'snapshot31March',
    'financialYear',
    'financialQuarter',
    'academicYear',
    'calendarYear',
    'surveyWave',
  ]),
  isYearToDate: z.boolean(),
  decimals: z.int().min(0).max(3),
  /** As the Department's tool reads it; a person of the council has to confirm it. */
  polarity: z.enum(['high', 'low', 'none']),
  polarityNote: z.string().nullable(),
  /** Months after the end of a period by which its source has published so far. */
  expectedAfterMonths: z.int().min(0).nullable(),
});
export type CatalogueEntry = z.infer<typeof entry>;

export const catalogueEntries: readonly CatalogueEntry[] = z.array(entry).parse(catalogue);

const openGovernment = 'Open Government Licence v3.0';

/** Of each source in the catalogue its licence and address, for a council that does not have it yet. */
export const catalogueSources: Readonly<Record<string, { licence: string; address: string }>> = {
  'Department for Education, Children looked after in England including adoptions': {
    licence: openGovernment,
    address:
      'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions',
  },
  'Department for Education, Outcomes for children in need, including children looked after by local authorities in England':
    {
      licence: openGovernment,
      address:
        'https://explore-education-statistics.service.gov.uk/find-statistics/outcomes-for-children-in-need-including-children-looked-after-by-local-authorities-in-england',
    },
  'The council’s own records': { licence: 'The council’s own, not for reuse', address: '' },
};

/** The catalogue under its headings, each entry with whether the council has it already. */
export function offered(there: ReadonlySet<string>) {
  const groups = [...new Set(catalogueEntries.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    entries: catalogueEntries
      .filter((one) => one.group === group)
      .map((one) => ({ ...one, isHere: there.has(one.key) })),
  }));
}
