import { expect, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

for (const [scripts, slug] of [
  [true, 'voice-4'],
  [false, 'voice-6'],
] as const) {
  test(`an action is added, dated after another, moved on the board and done, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const { page, context } = await asPerson(browser, 'Voice lead', { javaScriptEnabled: scripts });
    const [first, second] = [`Ask what ${slug} needs`, `Tell what ${slug} needs`];
    await page.goto(`/portsmouth/commitments/${slug}`);
    await page.getByRole('link', { name: 'Add an action', exact: true }).click();
    if (scripts) await expectSound(page);
    await page.getByRole('button', { name: 'Add this action' }).click();
    await expect(page.getByText('Say what is to be done.').first()).toBeVisible();
    await page.getByLabel('What is to be done?').fill(first);
    await page.getByRole('button', { name: 'Add this action' }).click();
    await expect(page.getByRole('heading', { name: first, level: 1 })).toBeVisible();

    await page.getByRole('link', { name: /^Add another/ }).click();
    await page.getByLabel('What is to be done?').fill(second);
    await page.getByText('It hangs on a meeting or another action').click();
    const awaited = page.getByLabel('It waits for');
    await awaited.selectOption((await awaited.locator('option', { hasText: first }).getAttribute('value')) ?? '');
    await page.getByLabel('Due so many working days after').fill('5');
    await page.getByRole('button', { name: 'Add this action' }).click();
    await expect(page.getByText(`5 working days after “${first}” is done`)).toBeVisible();
    if (scripts) await expectSound(page);

    await page.goto(`/portsmouth/actions?view=board&commitment=${slug}`);
    await page.locator('summary', { hasText: first }).click();
    await page.getByRole('button', { name: `Done today ${first}` }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Moved' })).toBeVisible();
    await page.goto(`/portsmouth/actions?commitment=${slug}&q=Tell`);
    await expect(page.getByRole('row', { name: new RegExp(second) })).not.toContainText('No day yet');
    await context.close();
  });
}

test('the pages of a person and of an action to change are sound', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Strategy officer');
  await page.goto('/portsmouth/people');
  await page.getByRole('link', { name: 'Home lead', exact: true }).click();
  await expectSound(page);
  await page.getByRole('link', { name: /still to be done$/ }).click();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Change this action' }).click();
  await expectSound(page);
  await context.close();
});

test('what somebody holds is handed over in one go, and a commitment takes a deputy, without scripts', async ({
  browser,
}) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await page.goto('/portsmouth/commitments/learning-6/leads');
  await page.getByLabel('Who?').selectOption({ label: 'Board member, Portsmouth City Council' });
  await page.getByLabel('Deputy').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Board member' }).click();
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Choose a person.').first()).toBeVisible();
  await page.getByLabel('To whom?').selectOption({ label: 'Chair of the board, Portsmouth City Council' });
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Handed over: 1 thing')).toBeVisible();
  await page.goto('/portsmouth/commitments/learning-6');
  await expect(page.getByText('Chair of the board')).toBeVisible();
  await context.close();
});
