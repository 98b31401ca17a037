import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. What is generated follows from the schema, so it does not count. */
const sources = ['app', 'components', 'lib', 'prisma', 'public'];
const files = [
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
];

/** One fingerprint of all sources of a build. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  const found = globSync(sources.map((folder) => `${folder}/**`));
  for (const path of [...found, ...files].toSorted()) {
    if (path.startsWith(join('prisma', 'generated')) || !existsSync(path) || !statSync(path).isFile()) continue;
    const content = readFileSync(path);
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The folder that a build goes to; next.config.ts says the same. */
export function buildFolder(isBench: boolean): string {
  return isBench ? '.next-bench' : '.next';
}

const stampOf = (folder: string) => join(folder, 'built-from');

/** True when the build in this folder was made of exactly these sources. */
export function isBuiltFrom(folder: string, sourcesNow: string): boolean {
  return existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === sourcesNow;
}

/** Marks what a build was made of; a build that breaks off must not look whole. */
export function stamp(folder: string, builtFrom: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(stampOf(folder), builtFrom);
}
