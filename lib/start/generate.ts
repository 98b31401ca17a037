import { existsSync, globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { surroundings } from '#lib/env.ts';
import { runTool } from '#lib/start/run-tool.ts';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');

/** Makes the typed database client when it is missing or older than the schema or the packages. */
export async function generateClient(signal?: AbortSignal): Promise<void> {
  if (!isClientOld()) return;
  // Generating needs no engine, but Prisma looks for one and would download it: any program stands in.
  const env = { ...surroundings, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' };
  const args = [prisma, 'generate', '--schema', 'prisma/schema', '--no-hints'];
  await runTool('make the database client', args, { env, signal });
}

function isClientOld(): boolean {
  const client = 'prisma/generated/client.ts';
  if (!existsSync(client)) return true;
  const made = statSync(client).mtimeMs;
  return [...globSync('prisma/schema/*.prisma'), 'package-lock.json'].some(
    (source) => existsSync(source) && statSync(source).mtimeMs > made,
  );
}

// npm install runs this file, so that types are there before anything starts.
if (import.meta.main) await generateClient();
