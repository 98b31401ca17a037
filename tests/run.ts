import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '#tests/setup/browser.ts';

/**
 * `npm test`: everything. Static checks, the build, unit and data tests on a real PostgreSQL, journeys in a
 * real browser. Goes on after a failure, so that one run tells all, and ends with one line of counts.
 */
const total = { passed: 0, failed: 0, skipped: 0 };
const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

function run(title: string, command: string, ...words: string[]): boolean {
  const startedAt = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, words, {
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  console.log(
    `── ${title}: ${status === 0 ? 'well' : 'failed'} after ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
  return status === 0;
}

/** A check without a count of its own counts as one test. */
function check(title: string, command: string, ...words: string[]): void {
  total[run(title, command, ...words) ? 'passed' : 'failed'] += 1;
}

/** A runner that reports its counts; one that ends badly without any has failed once. */
function suite(title: string, read: () => typeof total, command: string, ...words: string[]): void {
  const isWell = run(title, command, ...words);
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read();
  } catch (error) {
    console.error(`${title}: no report was written (${(error as Error).message})`);
  }
  if (!isWell && counts.failed === 0) counts.failed = 1;
  if (isWell && counts.passed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

const report = (name: string) => JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8'));

check('build', 'node', 'tests/setup/build.ts');
check('format, accessibility rules and boundaries', 'biome', 'ci', '.');
check('lint with types', 'oxlint', '--type-aware');
check('types', 'tsc', '--noEmit');
check('nothing unused', 'knip');
suite(
  'unit and data tests',
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report('vitest');
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  },
  'vitest',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}/vitest.json`,
);
process.env.CHROMIUM_PATH = findBrowser(console.log);
suite(
  'browser journeys',
  () => {
    const { expected, unexpected, flaky, skipped } = report('browser').stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  },
  'playwright',
  'test',
  '--config',
  'tests/playwright.config.ts',
);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
