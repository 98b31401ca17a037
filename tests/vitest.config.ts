import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** On two cores the usual is one worker; one that waits for the database leaves a core to the other. */
const maxWorkers = '100%';
const alias = { 'server-only': here('setup/server-only.ts') };

export default defineConfig({
  root: here('..'),
  test: {
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], maxWorkers },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'data',
          maxWorkers,
          include: ['tests/data/**/*.test.ts'],
          exclude: ['tests/data/start*.test.ts'],
          globalSetup: 'tests/setup/template.ts',
          setupFiles: 'tests/setup/database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'start',
          // They take ports and kill processes: by themselves, after all others.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          include: ['tests/data/start*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
