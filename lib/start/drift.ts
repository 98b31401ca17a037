import { everything, schemaFiles, withEngine } from '#lib/start/schema-engine.ts';

/**
 * The statements that would bring a migrated database to the Prisma schema: none, unless somebody
 * changed the one and not the other. The engine leaves out what a Prisma schema has no words for: partial
 * indexes, checks, triggers, policies and grants.
 */
export async function driftFromSchema(databaseUrl: string): Promise<string[]> {
  const files = schemaFiles();
  const diff = await withEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  return (diff.stdout ?? '').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('--'));
}
