import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts';
import { seedActions } from '#prisma/seed/actions.ts';
import { seedCast } from '#prisma/seed/cast.ts';
import { seedCouncil } from '#prisma/seed/council.ts';
import { seedFigures } from '#prisma/seed/figures.ts';
import { seedMeetings } from '#prisma/seed/meetings.ts';
import { seedStatistics } from '#prisma/seed/statistics.ts';
import { seedStrategy } from '#prisma/seed/strategy.ts';
import { seedUpdates } from '#prisma/seed/updates.ts';
import { seedVoice } from '#prisma/seed/voice.ts';

/** What every part of the seed gets: one transaction, the council it fills, and the day it is made. */
export type Seeding = { db: Prisma.TransactionClient; councilId: string; today: Date };

/**
 * Makes the demo council, whole or not at all. Runs as the owner of the database.
 * @throws when a content file does not fit its shape, and when the council is there already
 */
export async function seed(options: { databaseUrl: string; today: Date; log: (line: string) => void }): Promise<void> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: options.databaseUrl }) });
  try {
    await client.$transaction(async (db) => fill(db, options), { timeout: 60_000 });
  } finally {
    await client.$disconnect();
  }
}

async function fill(db: Prisma.TransactionClient, { today, log }: { today: Date; log: (line: string) => void }) {
  const councilId = crypto.randomUUID();
  await db.$executeRaw`SELECT set_config('app.council', ${councilId}, true)`;
  const seeding: Seeding = { db, councilId, today };
  const slug = await seedCouncil(seeding);
  const people = await seedCast(seeding, slug);
  const strategy = await seedStrategy(seeding, people);
  const indicators = await seedFigures(seeding, strategy);
  const statistics = await seedStatistics(seeding, strategy);
  const rounds = await seedMeetings(seeding, { strategy, indicators, statistics });
  await seedActions(seeding, { people, strategy });
  const updates = await seedUpdates(seeding, { people, strategy, rounds });
  await seedVoice(seeding, { people, strategy, rounds });
  log(
    `demonstration council: ${strategy.commitments.size} commitments, ${strategy.promises.size} promises, ${updates} updates`,
  );
}
