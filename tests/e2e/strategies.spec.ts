import { expect, type Page, test } from '@playwright/test';
import { asPerson, productUrl } from '#tests/setup/people.ts';

/** A member of the second council, by the words on the button. */
async function asRotherham(page: Page, who: string) {
  await page.goto(`${productUrl()}/sign-in?to=/rotherham/strategy`);
  await page.getByRole('button', { name: `Sign in as ${who}`, exact: true }).click();
}

for (const [scripts, number] of [
  [true, 2],
  [false, 3],
] as const) {
  test(`adopted wording changes with a reason and shows in the history, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: scripts });
    const wording = `We will keep this promise every day, way ${number}.`;
    await page.goto(`/portsmouth/promises/${number}`);
    await page.getByRole('link', { name: 'Edit this promise' }).click();
    await page.getByLabel('Wording', { exact: true }).fill(wording);
    await page.getByLabel('Working notes', { exact: true }).fill('Ask the young people about it.');
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('say why it changes');
    await expect(page.getByLabel('Wording', { exact: true })).toHaveValue(wording);
    await page.getByLabel('Why the adopted wording changes').fill('Cabinet of 3 November.');
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await expect(page.getByText('Cabinet of 3 November.')).toBeVisible();
    await expect(page.getByRole('insertion')).toHaveText(wording);
    await expect(page.getByText('Ask the young people about it.')).toBeVisible();

    const member = await asPerson(browser, 'Board member', { javaScriptEnabled: scripts });
    await member.page.goto(page.url());
    await expect(member.page.getByText('Cabinet of 3 November.')).toBeVisible();
    await expect(member.page.getByText('Ask the young people about it.')).toHaveCount(0);
    await expect(member.page.getByRole('link', { name: 'Edit this promise' })).toHaveCount(0);
    await member.context.close();
    await context.close();
  });
}

test('the closed strategy stays readable, and an officer confirms its doubted direction', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await page.goto('/portsmouth/strategy');
  await page.getByRole('link', { name: /^All strategies/ }).click();
  await page.getByRole('link', { name: 'Corporate Parenting Strategy 2017 to 2020' }).click();
  await expect(page.getByText('no priorities are kept here')).toBeVisible();
  await page.getByRole('link', { name: '2.6', exact: true }).click();
  await expect(page.getByText('The printed direction is doubted')).toBeVisible();
  await page.getByRole('radio', { name: 'Reduce' }).check();
  await page.getByRole('button', { name: 'Confirm the direction' }).click();
  await expect(page.getByText('confirmed; printed: increase')).toBeVisible();
  await context.close();
});

test('the second council has its own words, and nothing of the first', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await asRotherham(page, 'Partnership board member');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Corporate Parenting Strategy 2024 to 2027');
  await expect(page.getByRole('link', { name: 'Placement Sufficiency', exact: true })).toBeVisible();
  await page.goto(`${productUrl()}/rotherham/meetings`);
  await expect(page.getByText('papers and minutes of this board are private')).toBeVisible();
  expect((await page.goto(`${productUrl()}/portsmouth/strategy`))?.status()).toBe(404);
  await context.close();
});
