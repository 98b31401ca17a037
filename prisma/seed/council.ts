import { z } from 'zod';
import { regionCodeOf } from '#lib/councils/regions.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { seedNeighbours } from '#prisma/seed/neighbours.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

const shape = councilSettings.extend({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  code: z.string(),
  colour: z.string(),
});

/** @returns the council's slug */
export async function seedCouncil({ db, councilId, today, folder }: Seeding): Promise<string> {
  const council = readContent('council.json', shape, folder);
  await db.council.create({
    data: { id: councilId, demo: true, readyOn: today, regionCode: regionCodeOf(council.code), ...council },
  });
  await db.disclosureRule.create({
    data: {
      councilId,
      startsOn: today,
      threshold: council.rules.disclosureThreshold,
      reason: 'The usual rule for counts of children: the Department for Education hides the same.',
      decidedOn: today,
    },
  });
  await seedNeighbours(db, councilId, council.code);
  return council.slug;
}
