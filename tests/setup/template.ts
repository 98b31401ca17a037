import type { TestProject } from 'vitest/node';
import { generateClient } from '#lib/start/generate.ts';
import { prepareDatabase } from '#lib/start/prepare-database.ts';
import { scratchCluster } from '#tests/setup/cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: {
      superuserUrl: string;
      ownerUrl: string;
      appUrl: string;
      authUrl: string;
      workerUrl: string;
      secret: string;
    };
  }
}

/** One cluster for a whole run, with one migrated and seeded database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const cluster = await scratchCluster();
  const { ownerUrl, superuserUrl, appSecret: secret } = cluster;
  try {
    const urls = await prepareDatabase({ ownerUrl, secret, say: () => {} });
    const { seed } = await import('#prisma/seed/seed.ts');
    await seed({ databaseUrl: ownerUrl, today: new Date(), log: () => {} });
    project.provide('database', { superuserUrl, ownerUrl, secret, ...urls });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return () => cluster.stop();
}
