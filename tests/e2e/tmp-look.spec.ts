import { test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';

test('look', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await asPerson(browser, 'Strategy officer');
  const looks: [string, string, number][] = [
    ['usual', 'yearly-health-check', 1280],
    ['usual-320', 'yearly-health-check', 320],
    [
      'parts',
      'children-in-care-own-count?by=age-and-sex&rows=Under+1&rows=5+to+9&columns=&columns=Girls&columns=Boys&kind=bars',
      1280,
    ],
    ['parts-320', 'children-in-care-own-count?by=age-and-sex&kind=bars', 320],
    ['lines', 'learning-or-work-19-21?by=what-they-do&areas=E06000044&areas=E92000001', 1280],
    ['nonsense', 'yearly-health-check?areas=E99&by=shoe&from=never', 1280],
  ];
  for (const [name, path, width] of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/portsmouth/indicators/${path}`);
    await page.screenshot({ path: `/tmp/look-${name}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [name, path] of [
    ['rl', 'yearly-health-check'],
    ['rb', 'children-in-care-own-count?by=age-and-sex&kind=bars'],
  ]) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`/portsmouth/indicators/${path}`);
    await page.getByRole('button', { name: /^Explore this figure/ }).click();
    await page.locator('.recharts-surface').first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/look-${name}.png`, fullPage: false });
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.screenshot({ path: `/tmp/look-print.png`, fullPage: true });
});
