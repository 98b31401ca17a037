import { expect, type Page, test } from '@playwright/test';
import { asPerson, productUrl } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

const promise = (page: Page, number: number) => page.locator(`#promise-${number}`);

test('a group says what it thinks by a link, it is read, answered, and differs in plain sight', async ({ browser }) => {
  const officer = await asPerson(browser, 'Strategy officer');
  await officer.page.goto('/portsmouth/voice/links');
  await officer.page.getByLabel('Which group?').fill('Youth club');
  await officer.page.getByLabel('How many people are in it?').fill('2');
  await officer.page.getByRole('button', { name: 'Make the link' }).click();
  const code = (await officer.page.locator('code').first().textContent()) ?? '';
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);

  for (const scripts of [true, false]) {
    const guest = await browser.newContext({
      baseURL: productUrl(),
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 640 },
    });
    const page = await guest.newPage();
    await page.goto('/say');
    await page.getByLabel('Your code').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Do we keep our promises?' })).toBeVisible();
    if (scripts) await expectSound(page);
    const why = `We picked the new room, scripts ${scripts}.`;
    await page.getByLabel('Why do you say so about promise 8?').fill(why);
    await page.getByRole('button', { name: 'Send what I think' }).click();
    await expect(page.locator('.problem-list')).toContainText('Choose an answer for promise 8');
    await expect(page.getByLabel('Why do you say so about promise 8?')).toHaveValue(why);
    await page.getByRole('group', { name: 'Do we keep promise 8?' }).getByLabel(/^Kept/).check();
    await page.getByRole('button', { name: 'Send what I think' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
    expect(await guest.cookies()).toEqual([]);
    await guest.close();
  }

  const late = await browser.newContext({ baseURL: productUrl(), javaScriptEnabled: false });
  const third = await late.newPage();
  await third.goto(`/say/${code}`);
  await third
    .getByRole('group', { name: 'Do we keep promise 8?' })
    .getByLabel(/^Not yet/)
    .check();
  await third.getByRole('button', { name: 'Send what I think' }).click();
  await expect(third.locator('.problem-list')).toContainText('All the places of this code are used up');
  await late.close();

  await officer.page.goto('/portsmouth/voice/words');
  const words = officer.page.locator('article').filter({ hasText: 'scripts false' });
  await words.getByRole('button', { name: /^Show these words/ }).click();
  await expect(officer.page.getByText('Everybody can read it now.')).toBeVisible();
  await officer.page.goto('/portsmouth/promises/11');
  await officer.page.getByRole('link', { name: 'Write the answer' }).first().click();
  await expectSound(officer.page);
  await officer.page.getByLabel('Our answer').fill('From now on we write back within six weeks.');
  await officer.page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(officer.page.getByText('From now on we write back within six weeks.')).toBeVisible();
  await officer.context.close();

  const member = await asPerson(browser, 'Board member', { javaScriptEnabled: false });
  await member.page.goto('/portsmouth/promises');
  await expect(promise(member.page, 11)).toContainText('We say “Kept”. Young people say “Not yet”. We do not agree.');
  await expect(promise(member.page, 6)).toContainText('We have not answered yet.');
  await member.page.goto('/portsmouth/promises/8');
  await expect(member.page.getByText('We picked the new room, scripts false.')).toBeVisible();
  await expect(member.page.getByText('We picked the new room, scripts true.')).toHaveCount(0);
  await member.context.close();
});

test('a representative says it without scripts, and finds it again', async ({ browser }) => {
  const who = 'Children in Care Council representative';
  const { page, context } = await asPerson(browser, who, { javaScriptEnabled: false });
  await page.getByRole('link', { name: /^Say whether \d+ promises are kept/ }).click();
  await page
    .getByRole('group', { name: 'Do we keep promise 2?' })
    .getByLabel(/^Not yet/)
    .check();
  await page.getByRole('button', { name: 'Send what I think' }).click();
  await expect(page.getByText('We have what you said. Thank you.')).toBeVisible();
  await page.goto('/portsmouth/voice/rate');
  await expect(page.getByRole('group', { name: 'Do we keep promise 2?' }).getByLabel(/^Not yet/)).toBeChecked();
  await context.close();
});

test('everything that happened is on one page, by filters and as a file', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await page.goto('/portsmouth/voice/links');
  await page.getByLabel('Which group?').fill('Trail club');
  await page.getByLabel('How many people are in it?').fill('5');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('it is not shown again')).toBeVisible();
  await page.goto('/portsmouth/audit');
  await page.getByLabel('To what').fill('trail club');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page.locator('main tbody tr')).toHaveCount(1);
  await expect(page.locator('main tbody tr')).toContainText(/Strategy officer.*Made a link for a group.*Trail club/);
  const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href');
  const file = await context.request.get(href ?? '');
  expect(await file.text()).toMatch(/Number,When.*\n\d+,.*Trail club,[0-9a-f]{64}\n$/);
  await context.close();
});
