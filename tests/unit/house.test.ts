import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

const sources = globSync('{app,components,lib,prisma,tests}/**/*.{ts,tsx}').filter(
  (file) => !file.startsWith('prisma/generated'),
);
const read = (file: string) => readFileSync(file, 'utf8');

describe('the house', () => {
  it('has no source file over 250 lines', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('never writes SQL from a string', () => {
    const unsafe = /\$(queryRawUnsafe|executeRawUnsafe)|Prisma\.raw\(/;
    const here = 'tests/unit/house.test.ts';
    expect(sources.filter((file) => file !== here && unsafe.test(read(file)))).toEqual([]);
  });

  it('asks the database which day it is in London, not in UTC', () => {
    expect(sources.filter((file) => file.startsWith('lib/') && /\bcurrent_date\b/i.test(read(file)))).toEqual([]);
  });
});

type Packages = Record<string, { version?: string; optionalDependencies?: Record<string, string>; resolved?: string }>;
const packages: Packages = lock.packages;

describe('what is installed', () => {
  // Advisories cannot be asked for everywhere, so the floors that matter are held here.
  const floors = {
    next: '16.4.2',
    zod: '4.6.7',
    nodemailer: '10.6.0',
    'next-auth': '4.24.15',
    react: '19.3.1',
  };
  for (const [name, floor] of Object.entries(floors)) {
    it(`${name} is at least ${floor}, everywhere in the lock`, () => {
      const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
      expect(found.length).toBeGreaterThan(0);
      for (const [path, { version = '0' }] of found) {
        expect(version.localeCompare(floor, 'en', { numeric: true }), path).toBeGreaterThanOrEqual(0);
      }
    });
  }

  it('pins exact versions', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(wanted).filter(([, version]) => !/^\d/.test(version))).toEqual([]);
  });

  it('has every optional package of every platform in the lock, or `npm ci` refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry in the lock', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
