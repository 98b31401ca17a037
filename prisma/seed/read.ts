import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** The council whose year is made up in full; another has a folder of its own with as much as is known of it. */
export const fullCouncil = 'portsmouth';

/** The folders of the other councils. */
export const otherCouncils = (): string[] =>
  readdirSync(new URL('./', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== fullCouncil)
    .map(({ name }) => name);

const at = (folder: string, name = '') => new URL(`./${folder}/${name}`, import.meta.url);

const text = (name: string, folder: string) => readFileSync(at(folder, name), 'utf8');

/** The names of the content files of a council that begin like this. */
export const contentFiles = (folder: string, beginning: string): string[] =>
  readdirSync(at(folder)).filter((name) => name.startsWith(beginning));

/** A content file, held against its shape: a typing mistake stops the seed and says where. */
export function readContent<T>(name: string, shape: z.ZodType<T>, folder = fullCouncil): T {
  const result = shape.safeParse(JSON.parse(text(name, folder)));
  if (result.success) return result.data;
  throw new Error(`prisma/seed/${folder}/${name}: ${z.prettifyError(result.error)}`);
}

/** The rows of a comma-separated file without quotes, by header name. */
export function readRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = text(name, fullCouncil).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}
