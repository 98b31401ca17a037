import { expect, it, vi } from 'vitest';

it('pages and route handlers, each with the module to themselves, share connections without mixing statements up', async () => {
  const ofPages = await import('#lib/reading.ts');
  vi.resetModules();
  const ofHandlers = await import('#lib/reading.ts');
  expect(ofHandlers.readSignIn).not.toBe(ofPages.readSignIn);
  for (let times = 0; times < 5; times++) {
    expect(await ofPages.readSignIn`SELECT ${'a'}::text AS one`).toEqual([{ one: 'a' }]);
    expect(await ofHandlers.readSignIn`SELECT ${'b'}::text AS other`).toEqual([{ other: 'b' }]);
  }
});
