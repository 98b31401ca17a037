import { addDays } from '#lib/calendar/rules.ts';
import { headerProblem, signatureOf } from '#lib/imports/columns.ts';
import { findings } from '#lib/imports/findings.ts';
import { knownRules } from '#lib/imports/known.ts';
import type { People } from '#prisma/seed/cast.ts';
import type { SeededIndicator } from '#prisma/seed/figures.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

/** The columns of the Department's file on where care leavers live, and the items of its filters. */
const columns =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,care_leaver_age,breakdown,care_leaver_count,care_leaver_percent'.split(
    ',',
  );
const filters = [
  { column: 'care_leaver_age', label: 'care_leaver_age', items: ['17 to 18 years', '19 to 21 years'] },
  {
    column: 'breakdown',
    label: 'breakdown',
    items: [
      'Accommodation considered suitable',
      'Accommodation considered unsuitable',
      'No information',
      'Suitability total',
    ],
  },
];

/** The columns of the Department's own example file, one of which goes by a wrong name. */
const example =
  'time_period,time_identifier,geographical_level,country_code,country_name,region_code,region_name,sex,school_phase,number_children,percent_children'.split(
    ',',
  );

/**
 * What one kind of file means, so that the next one is read by itself; and the one file that the demonstration says was
 * sent: the Department's example, refused for just the reason that it is refused for. The figures of the demonstration
 * came with it, and no import claims to have brought them.
 */
export async function seedImports(
  { db, councilId, today }: Seeding,
  { people, indicators }: { people: People; indicators: readonly SeededIndicator[] },
): Promise<void> {
  const keys = new Set(indicators.map(({ key }) => key));
  const at = addDays(today, -20);
  await db.importMap.create({
    data: {
      councilId,
      name: 'Where care leavers live',
      columns: signatureOf(columns),
      mapping: { rules: knownRules(columns, filters, keys) },
      savedById: people.administratorId,
      savedAt: at,
    },
  });
  await db.import.create({
    data: {
      councilId,
      personId: people.administratorId,
      fileName: 'ees_demo_datafile.csv',
      hash: '01ef02f49d504fd48dd6e8c7f89d1ae23bb1001c367cfa430f84248063e5f3a3',
      bytes: 1369n,
      state: 'refused',
      findings: findings.parse({ problem: headerProblem(example) }),
      at,
      finishedAt: at,
    },
  });
}
