import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isMutation } from '#lib/mutation.ts';

const files = globSync('lib/**/mutations.ts');

it.each(files)('%s exports nothing but what mutation() made', async (file) => {
  const exported = Object.entries(await import(pathToFileURL(file).href));
  expect(exported.length).toBeGreaterThan(0);
  expect(exported.filter(([, value]) => !isMutation(value)).map(([name]) => name)).toEqual([]);
});

it('would see a function that goes around it', () => {
  expect(isMutation(async () => null)).toBe(false);
});
