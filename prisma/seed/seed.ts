import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts';
import { seedActions } from '#prisma/seed/actions.ts';
import { seedBoards } from '#prisma/seed/boards.ts';
import { seedBreakdowns } from '#prisma/seed/breakdowns.ts';
import { seedCast } from '#prisma/seed/cast.ts';
import { seedCouncil } from '#prisma/seed/council.ts';
import { seedFigures } from '#prisma/seed/figures.ts';
import { seedFiguresCare } from '#prisma/seed/figures-care.ts';
import { seedImports } from '#prisma/seed/imports.ts';
import { seedMeetings } from '#prisma/seed/meetings.ts';
import { seedMessages } from '#prisma/seed/messages.ts';
import { fullCouncil, otherCouncils } from '#prisma/seed/read.ts';
import { seedReleases } from '#prisma/seed/releases.ts';
import { seedStrategies } from '#prisma/seed/strategy.ts';
import { seedUpdates } from '#prisma/seed/updates.ts';
import { seedVoice } from '#prisma/seed/voice.ts';

/** What every part of the seed gets: one transaction, the council it fills, the day it is made, its content's folder. */
export type Seeding = { db: Prisma.TransactionClient; councilId: string; today: Date; folder: string };

/**
 * Makes the demo councils, whole or not at all. Runs as the owner of the database.
 * @throws when a content file does not fit its shape, and when the council is there already
 */
export async function seed(options: { databaseUrl: string; today: Date; log: (line: string) => void }): Promise<void> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: options.databaseUrl }) });
  try {
    await client.$transaction(
      async (db) => {
        await fill(db, options);
        for (const folder of otherCouncils()) await fillFromSource(db, { ...options, folder });
      },
      { timeout: 60_000 },
    );
    // PostgreSQL plans by what it knows of the tables, and would find out by itself only minutes later.
    await client.$executeRaw`ANALYZE`;
  } finally {
    await client.$disconnect();
  }
}

async function fill(db: Prisma.TransactionClient, { today, log }: { today: Date; log: (line: string) => void }) {
  const councilId = crypto.randomUUID();
  await db.$executeRaw`SELECT set_config('app.council', ${councilId}, true)`;
  const seeding: Seeding = { db, councilId, today, folder: fullCouncil };
  const slug = await seedCouncil(seeding);
  const people = await seedCast(seeding, slug);
  const strategy = await seedStrategies(seeding, people);
  const indicators = await seedFigures(seeding);
  await seedFiguresCare(seeding, people);
  await seedImports(seeding, { people, indicators });
  const rounds = await seedMeetings(seeding, { strategy, indicators });
  await seedBreakdowns(seeding, strategy);
  await seedActions(seeding, { people, strategy });
  const updates = await seedUpdates(seeding, { people, strategy, rounds });
  const open = rounds.get(0);
  if (open) await seedMessages(seeding, open.id);
  await seedVoice(seeding, { people, strategy, rounds });
  await seedBoards(seeding, people);
  await seedReleases(seeding, people.administratorId);
  log(
    `demonstration council: ${strategy.commitments.size} commitments, ${strategy.promises.size} promises, ${updates} updates`,
  );
}

type Options = { today: Date; log: (line: string) => void; folder: string };

/** A council with what was published of it and meetings to come, and nobody's word yet on how it goes. */
async function fillFromSource(db: Prisma.TransactionClient, { today, log, folder }: Options) {
  const councilId = crypto.randomUUID();
  await db.$executeRaw`SELECT set_config('app.council', ${councilId}, true)`;
  const seeding: Seeding = { db, councilId, today, folder };
  const people = await seedCast(seeding, await seedCouncil(seeding));
  const strategy = await seedStrategies(seeding, people);
  await seedMeetings(seeding, { strategy, indicators: [] });
  log(`demonstration council ${folder}: ${strategy.priorities.size} priorities`);
}
