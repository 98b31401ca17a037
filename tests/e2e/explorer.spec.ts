import { expect, type Page, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

/** Goes on with the Tab key until the control has the focus. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await page.evaluate((to) => document.activeElement?.matches(to) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

const table = async (page: Page) => (await page.getByRole('region', { name: 'The values' }).textContent()) ?? '';

test('a figure is explored with the keyboard alone, and its address shows the same without a script', async ({
  browser,
}) => {
  const { page, context } = await asPerson(browser, 'Board member');
  await page.goto('/portsmouth/indicators/yearly-health-check');
  const status = page.getByRole('status').filter({ hasText: 'Had a yearly health check' });
  await expect(status).toContainText('South East 87%');

  const region = 'input[name=areas][value=E12000008]';
  await tabTo(page, region);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?areas=E06000044&areas=E92000001$/);
  await expect(status).not.toContainText('South East');
  expect(await page.evaluate((of) => document.activeElement?.matches(of), region)).toBe(true);

  await tabTo(page, '#from');
  await page.keyboard.type('2024');
  await expect(page).toHaveURL(/from=2024-03-31/);
  await expect(status).toHaveText(
    'From 31 March 2024 to 31 March 2025: Had a yearly health check; in the last, Portsmouth 84%, England 90%.',
  );
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('from');
  const shown = await table(page);
  expect(shown).toContain('240 of 287');
  expect(shown).not.toContain('South East');

  await tabTo(page, 'main button[type=button]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await expectSound(page);
  const address = page.url();
  const png = await context.request.get(address.replace('?', '/download?form=png&'));
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
  const csv = await context.request.get(address.replace('?', '/download?form=csv&'));
  expect(csv.headers()['content-disposition']).toContain('portsmouth-yearly-health-check-2024-03-31-to-2025-03-31.csv');
  expect((await context.request.get(address.replace('?', '/download?form=pie&'))).status()).toBe(404);

  await page.goBack();
  await expect(page.locator('#from')).not.toHaveValue('2024-03-31');
  await expect(page.locator(region)).not.toBeChecked();
  await context.close();

  const plain = await asPerson(browser, 'Board member', { javaScriptEnabled: false });
  await plain.page.goto(address);
  expect(await table(plain.page)).toBe(shown);
  await expect(plain.page.locator('main svg.chart').first()).toBeVisible();
  await plain.page.getByLabel('South East').check();
  await plain.page.getByRole('button', { name: 'Show this' }).click();
  await expect(plain.page).toHaveURL(/areas=E12000008/);
  expect(await table(plain.page)).toContain('South East');
  await plain.context.close();
});
