import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { firstFree } from '#lib/start/ports.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { asPerson, productUrl } from '#tests/setup/people.ts';
import { startProduct } from '#tests/setup/product.ts';
import { expectSound } from '#tests/setup/sound.ts';

/** A product of its own, whose clock the journey moves: a round is weeks. */
const { folder, remove } = scratchFolder();
const clockFile = join(folder, 'clock');
let product: Awaited<ReturnType<typeof startProduct>>;
const shared = productUrl();

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  goTo(new Date());
  product = await startProduct({
    dataDir: join(folder, 'data'),
    port: await firstFree(3500, '127.0.0.1'),
    env: { PLEDGEBOARD_CLOCK: clockFile },
  });
  process.env.PRODUCT_URL = product.url;
});
test.afterAll(async () => {
  process.env.PRODUCT_URL = shared;
  await product?.stop();
  remove();
});

const goTo = (at: Date) => writeFileSync(clockFile, `${at.toISOString().slice(0, 10)}T12:00:00Z`);
const addDays = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);
const iso = (at: Date) => at.toISOString().slice(0, 10);

/** The day that a fact of the round's page says. */
async function dayOf(page: Page, fact: string): Promise<Date> {
  const words = await page.locator('dl div').filter({ hasText: fact }).first().locator('dd').textContent();
  return new Date(`${/\d+ \w+ \d{4}/.exec(words ?? '')?.[0]} UTC`);
}

/** Rounds that are said to be in this state, the latest first. */
const rowsOf = (page: Page, state: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: state, exact: true }) });

test('the officer makes a round for a meeting, on days in order', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await page.goto('/portsmouth/rounds');
  await page.getByRole('link', { name: /^Make the round/ }).click();
  const looking = await asPerson(browser, 'Strategy officer');
  await looking.page.goto(page.url());
  await expectSound(looking.page);
  await looking.context.close();
  const due = await page.getByLabel('Updates are due on').inputValue();
  await page.getByLabel('Updates are due on').fill('2001-01-01');
  await page.getByRole('button', { name: 'Make the round' }).click();
  await expect(page.getByRole('link', { name: 'Updates cannot be due before the round opens.' })).toBeVisible();
  await page.getByLabel('Updates are due on').fill(due);
  await page.getByRole('button', { name: 'Make the round' }).click();
  await expect(page.getByText('The round is made.')).toBeVisible();
  await expect(page.getByText('Not open yet')).toBeVisible();
  await context.close();
});

for (const [scripts, slug] of [
  [true, 'home-7'],
  [false, 'home-3'],
] as const) {
  test(`an update sent too late is refused in words, and kept on the page, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    goTo(new Date());
    const officer = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: scripts });
    await officer.page.goto('/portsmouth/rounds');
    const round = (await rowsOf(officer.page, 'Open').first().getByRole('link').getAttribute('href')) ?? '';
    await officer.page.goto(round);
    if (scripts) await expectSound(officer.page);
    // The journey before this one has opened the round again for two days.
    const closes = addDays(await dayOf(officer.page, 'Closes'), scripts ? 0 : 2);

    const lead = await asPerson(browser, 'Home lead', { javaScriptEnabled: scripts });
    await lead.page.goto(`/portsmouth/commitments/${slug}/update`);
    await lead.page.getByRole('radio', { name: /^On track/ }).check();
    goTo(addDays(closes, 1));
    await lead.page.getByLabel('What was done?').fill('Typed before the round closed.');
    await lead.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(lead.page.getByText(/round closed on .* your words are kept here/).first()).toBeVisible();
    await expect(lead.page.getByLabel('What was done?')).toHaveValue('Typed before the round closed.');

    await officer.page.goto(round);
    await officer.page.getByText('Open it again', { exact: true }).click();
    await officer.page.getByLabel('Why is the round opened again?').fill('A lead was away.');
    await officer.page.getByLabel('Take updates until the end of').fill(iso(addDays(closes, 2)));
    await officer.page.getByRole('button', { name: 'Open the round again' }).click();
    await expect(officer.page.getByText('The round is open again.')).toBeVisible();
    await expect(officer.page.getByText('by Strategy officer').first()).toContainText('A lead was away.');

    await lead.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(lead.page.getByText(/^Sent: Home/)).toBeVisible();
    await officer.context.close();
    await lead.context.close();
  });
}

test('a nudge reaches the lead in the product and by mail, its link opens the form, and they choose what comes', async ({
  browser,
}) => {
  const officer = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await officer.page.goto('/portsmouth/rounds');
  const round = (await rowsOf(officer.page, 'Not open yet').last().getByRole('link').getAttribute('href')) ?? '';
  await officer.page.goto(round);
  // Nothing of this round has been told by now, so nothing holds a nudge off.
  goTo(addDays(await dayOf(officer.page, 'Opens'), 2));
  await officer.page.goto(round);
  await officer.page.getByRole('button', { name: 'Nudge Home lead' }).click();
  await expect(officer.page.getByText('Asked one person.')).toBeVisible();
  await expect(officer.page.getByRole('button', { name: 'Nudge Home lead' })).toHaveCount(0);

  const lead = await asPerson(browser, 'Home lead', { javaScriptEnabled: false });
  await lead.page.getByRole('link', { name: /^Messages/ }).click();
  await expect(lead.page.getByRole('heading', { name: /^Strategy officer asks you for/ })).toBeVisible();
  await lead.page.getByRole('link', { name: 'Begin here' }).first().click();
  await expect(lead.page.getByLabel('What was done?')).toBeVisible();
  await lead.page.goto('/portsmouth/messages/settings');
  await lead.page.getByRole('radio', { name: /^No mail/ }).check();
  await lead.page.getByRole('button', { name: 'Save' }).click();
  await expect(lead.page.getByRole('heading', { name: 'Saved' })).toBeVisible();
  await expect(lead.page.getByRole('radio', { name: /^No mail/ })).toBeChecked();
  await expect(async () => {
    await lead.page.goto('/demo/mail');
    await expect(lead.page.getByRole('heading', { name: /^Strategy officer asks you for/ })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await officer.context.close();
  await lead.context.close();
});

test('a lead with twelve commitments and more finishes a round without leaving the list', async ({ browser }) => {
  const officer = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await officer.page.goto('/portsmouth/people');
  await officer.page.getByRole('link', { name: 'Skills lead', exact: true }).click();
  await officer.page.getByLabel('To whom?').selectOption({ label: 'Home lead, Portsmouth City Council' });
  await officer.page.getByRole('button', { name: 'Hand over' }).click();
  await expect(officer.page.getByText(/^Handed over: \d+ things/)).toBeVisible();
  await officer.context.close();

  const { page, context } = await asPerson(browser, 'Home lead');
  await page.getByRole('link', { name: 'Do all updates of this round on one page' }).click();
  const said = async () =>
    /^(\d+) of (\d+)/
      .exec((await page.locator('#said').textContent()) ?? '')
      ?.slice(1)
      .map(Number);
  const [before = 0, all = 0] = (await said()) ?? [];
  expect(all - before).toBeGreaterThanOrEqual(12);
  let presses = 0;
  let unchanged = 0;
  for (let done = before; done < all; done++) {
    expect(new URL(page.url()).pathname).toBe('/portsmouth/round');
    const same = page.getByRole('button', { name: /^Nothing has changed/ });
    if ((await same.count()) > 0) {
      // The next one has the focus already, unless another kind of row lies between.
      const isThere = await same.evaluateAll((buttons) => buttons.some((one) => one === document.activeElement));
      if (!isThere) {
        await same.first().focus();
        presses += 1;
      }
      await page.keyboard.press('Enter');
      presses += 1;
      unchanged += 1;
    } else {
      await page
        .getByRole('link', { name: /^(Say what changed|Go on writing)/ })
        .first()
        .click();
      await page.getByRole('radio', { name: /^On track/ }).check();
      await page.getByLabel('What was done?').fill('Every family was asked what it needs.');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    }
    await expect.poll(said).toEqual([done + 1, all]);
  }
  await expect(page.getByText('That is all. Thank you')).toBeVisible();
  expect(unchanged).toBeGreaterThanOrEqual(12);
  console.log(`${all - before} commitments, ${unchanged} of them unchanged with ${presses} presses`);
  expect(presses / unchanged).toBeLessThanOrEqual(3);
  await context.close();
});
