import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '#tests/setup/browser.ts';

/** The built product on a database of its own, used as its people use it. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './setup/serve.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findBrowser(() => {}), args: browserArguments },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
