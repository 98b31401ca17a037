import { expect, test } from '@playwright/test';
import { asPerson, productUrl } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

test('an officer releases figures, and anybody reads them without signing in and without a script', async ({
  browser,
}) => {
  const { page, context } = await asPerson(browser, 'Strategy officer');
  await page.goto('/portsmouth/releases');
  await page.getByRole('link', { name: 'Choose figures to release' }).click();
  await page.getByLabel('Title of the page').fill('Seeing a dentist');
  await page.getByLabel('Text above the figures').fill('Teeth matter. One child was not seen.');
  await page.getByLabel(/^Had their teeth checked by a dentist/).check();
  await page.getByRole('button', { name: 'Save and see the page' }).click();

  await expect(page.getByText('could point at a child')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Release edition/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Change it' }).click();
  await page.getByLabel('Text above the figures').fill('Teeth matter.');
  await page.getByRole('button', { name: 'Save and see the page' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'See the page as it will be' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Seeing a dentist' })).toBeVisible();
  const previewed = await page.content();
  await page.goBack();
  await page.getByRole('button', { name: 'Release edition 1 to everybody' }).click();
  await expect(page.getByText('Released. Anybody can read it now.')).toBeVisible();

  const reader = await browser.newContext({ baseURL: productUrl(), javaScriptEnabled: false });
  const plain = await reader.newPage();
  const answer = await plain.goto('/portsmouth/public/seeing-a-dentist');
  expect(answer?.status()).toBe(200);
  expect(await plain.content()).toBe(previewed);
  expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(await reader.cookies()).toEqual([]);
  await expect(plain.getByRole('img', { name: 'Had their teeth checked by a dentist' })).toBeVisible();
  await expect(plain.getByRole('table', { name: 'Had their teeth checked by a dentist' })).toBeVisible();
  await plain.getByRole('link', { name: 'Everything that is published' }).click();
  await expect(plain.getByRole('link', { name: 'Seeing a dentist', exact: true })).toBeVisible();

  await page.getByLabel('Why is it withdrawn?').fill('It was released to show how it is done.');
  await page.getByRole('button', { name: 'Withdraw this edition' }).click();
  await expect(page.getByText('Withdrawn. Its address says when and why.')).toBeVisible();
  const gone = await plain.goto('/portsmouth/public/seeing-a-dentist');
  expect(gone?.status()).toBe(410);
  await expect(plain.getByText('It was released to show how it is done.')).toBeVisible();
  await reader.close();
  await context.close();
});
