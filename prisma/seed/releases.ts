import { asServer } from '#prisma/seed/as-server.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

const health = {
  slug: 'health',
  title: 'The health of children in our care',
  text: 'Every child in our care should see a doctor and a dentist each year, and have the vaccinations they need.\n\nThese figures say how many did, beside the South East and England. They are the newest that the Department for Education has published.',
  indicators: ['yearly-health-check', 'dental-check', 'immunisations', 'wellbeing-score-average'],
  breakdowns: [],
};

const home = {
  slug: 'home',
  title: 'Homes and stability',
  text: 'How many children are in our care, and how often they had to move.',
  indicators: ['children-in-care-number', 'three-or-more-homes', 'same-carer-two-years'],
  breakdowns: [],
};

/** One release of published figures, made by the code that makes every release, and one in preparation. */
export async function seedReleases({ db, councilId }: Seeding, personId: string): Promise<void> {
  asServer();
  const { prepareRelease, writeRelease } = await import('#lib/releases/releasing.ts');
  const now = new Date();
  const prepared = await prepareRelease(db, health, now, 5);
  const [obstacle] = prepared.obstacles;
  if (obstacle) throw new Error(`The seed cannot release its figures: ${obstacle.sentence}`);
  await writeRelease(db, { councilId, personId }, prepared, now);
  await db.releaseDraft.create({ data: { councilId, ...home, changedById: personId } });
}
