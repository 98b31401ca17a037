import { createRequire } from 'node:module';
import { surroundings } from '#lib/env.ts';
import { runTool } from '#lib/start/run-tool.ts';
import { buildFolder, fingerprint, isBuiltFrom, stamp } from '#lib/start/stamp.ts';

export const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next');

type Options = { isBench: boolean; say: (line: string) => void; signal?: AbortSignal };

/** Builds the app, unless the build that is there was made of the same sources. */
export async function build({ isBench, say, signal }: Options): Promise<void> {
  const folder = buildFolder(isBench);
  const sources = fingerprint();
  if (isBuiltFrom(folder, sources)) return say('The build is of these sources.');
  say('Building; this happens once for each version.');
  stamp(folder, 'unfinished');
  const env = { ...surroundings, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await runTool('build the app', [nextProgram, 'build'], { env, say, signal });
  stamp(folder, sources);
}
