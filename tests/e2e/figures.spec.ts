import { expect, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';

test('an officer takes a figure from the catalogue, aims for something, and records a value, without scripts', async ({
  browser,
}) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await page.goto('/portsmouth/settings/indicators/catalogue');
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('Tick the figures');
  await page.getByRole('checkbox', { name: /^Stayed with their foster carers after 18/ }).check();
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await expect(page.getByRole('status')).toContainText('Added');
  await expect(
    page.getByText('Stayed with their foster carers after 18 The council has this one already.'),
  ).toBeVisible();

  await page.goto('/portsmouth/settings/indicators');
  await page.getByRole('link', { name: 'Stayed with their foster carers after 18' }).click();
  await expect(page.getByText('Nobody has confirmed this yet.')).toBeVisible();
  await page.getByText('Set a target', { exact: true }).click();
  await page.getByLabel('Value to reach').fill('45');
  await page.getByLabel('How far off still counts as near').fill('3');
  await page.getByLabel('By which day').fill('2027-03-31');
  await page.getByLabel('Why this value and this tolerance').fill('The board asked for it.');
  await page.getByRole('button', { name: 'Set the target' }).click();
  await expect(page.getByRole('row', { name: /31 Mar 2027 45%, within 3% Strategy officer/ })).toBeVisible();

  await page.getByRole('link', { name: 'Record values' }).click();
  await page.getByLabel('Period').fill('2025');
  await page.getByLabel('How many', { exact: true }).fill('30');
  await page.getByLabel('Out of how many', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Record the value' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('30 cannot be counted out of 20');
  await page.getByLabel('Out of how many', { exact: true }).fill('70');
  await page.getByRole('button', { name: 'Record the value' }).click();
  await expect(page.getByRole('row', { name: /^2025 Portsmouth 43%/ })).toBeVisible();
  await page.getByRole('link', { name: 'Stayed with their foster carers after 18' }).click();
  await expect(page.getByText('43%').first()).toBeVisible();
  await context.close();
});
