import { expect, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

const columns =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,leaver_age,where,people_count,people_percent';
const place = 'Local authority,E92000001,England,E12000008,South East,851,Portsmouth,E06000044';
const file = `\uFEFF${columns}
2016,Reporting year,${place},19 to 21 years,"Not known, all reasons",13,7
2016,Reporting year,${place},19 to 21 years,Total,190,100
2015,Reporting year,${place},19 to 21 years,"Not known, all reasons",00:10,7
`;

test('a file of figures is sent, mapped, looked through, saved and read, without scripts', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  const looker = await asPerson(browser, 'Strategy officer');
  const sound = async () => {
    await looker.page.goto(page.url());
    await expectSound(looker.page);
  };
  await page.goto('/portsmouth/indicators');
  await page.getByRole('link', { name: 'Bring in a file of published figures' }).click();
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'where.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Send the file' }).click();
  const untilThere = async (name: string) => {
    await expect(async () => {
      await page.goto(page.url());
      await expect(page.getByRole('heading', { name }).first()).toBeVisible({ timeout: 200 });
    }).toPass({ timeout: 15_000 });
  };
  await untilThere('What do its columns mean?');
  await page.getByRole('link', { name: 'Say what the columns mean' }).click();
  await page.getByLabel('Figure', { exact: true }).selectOption('We did not know where they live, ages 19 to 21');
  await page.getByLabel('where', { exact: true }).selectOption('Not known, all reasons');
  await page.getByRole('button', { name: 'Add this figure' }).click();
  await expect(page.getByRole('button', { name: 'Take back We did not know' })).toBeVisible();
  await sound();
  await page.getByRole('button', { name: 'Show me what it would do' }).click();
  await untilThere('Save them');
  await expect(page.getByText('"00:10" is not a whole number')).toBeVisible();
  await sound();
  await page.getByLabel('Save the others without them').check();
  await page.getByRole('button', { name: 'Save 1 value' }).click();
  await untilThere('Saved');
  await sound();
  await page.goto('/portsmouth/indicators/home-not-known-19-21');
  await expect(page.locator('tr', { hasText: '2016' }).first()).toContainText('7%');

  await page.goto('/portsmouth/indicators/import');
  const list = 'CHILD,DOB,UPN\n1,14/03/2011,A123456789012\n';
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByRole('button', { name: 'Send the file' }).click();
  await expect(page.getByText('This file looks like a list of children')).toBeVisible();
  await expect(page.getByText('list.csv')).toHaveCount(0);
  await context.close();
  await looker.context.close();
});
