import { z } from 'zod';
import { councilSettings } from '#lib/councils/settings.ts';
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
  await db.council.create({ data: { id: councilId, demo: true, readyOn: today, ...council } });
  await db.disclosureRule.create({
    data: {
      councilId,
      startsOn: today,
      threshold: council.rules.disclosureThreshold,
      reason: 'The usual rule for counts of children: the Department for Education hides the same.',
      decidedOn: today,
    },
  });
  return council.slug;
}
