import { readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('./portsmouth/', import.meta.url);

const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** A content file, held against its shape: a typing mistake stops the seed and says where. */
export function readContent<T>(name: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(JSON.parse(text(name)));
  if (result.success) return result.data;
  throw new Error(`prisma/seed/portsmouth/${name}: ${z.prettifyError(result.error)}`);
}

/** The rows of a comma-separated file without quotes, by header name. */
export function readRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = text(name).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}
