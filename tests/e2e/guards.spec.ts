import { expect, test } from '@playwright/test';
import { asPerson, productUrl } from '#tests/setup/people.ts';
import { PlainBrowser } from '#tests/setup/plain-browser.ts';

test('every page carries the headers that keep strangers out', async ({ request }) => {
  for (const path of ['/', '/sign-in', '/portsmouth/promises', '/nothing-here']) {
    const headers = (await request.get(`${productUrl()}${path}`)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src[^;]*'nonce-/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:\/\//);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBeTruthy();
    expect(headers['x-powered-by']).toBeUndefined();
  }
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await request.get(productUrl())).headers()['content-security-policy'] ?? '')?.[1];
  expect(await nonce()).not.toBe(await nonce());
});

test('who is not signed in is sent to sign in, and comes back to the page they asked for', async ({ page }) => {
  await page.goto(`${productUrl()}/portsmouth/themes/health`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('button', { name: 'Sign in as Board member', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible();
});

test('a council that is not theirs, and a thing that is not there, look the same', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Board member');
  for (const path of [
    '/rotherham',
    '/portsmouth/commitments/home-99',
    '/portsmouth/themes/weather',
    '/portsmouth/promises/12',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  }
  await context.close();
});

test('a role without the capability gets its page, not the content', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Scrutiny viewer');
  const answer = await page.goto('/portsmouth/updates');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not include this page');
  await page.goto('/portsmouth/commitments/health-4');
  await expect(page.getByRole('link', { name: 'Say how it is going' })).toHaveCount(0);
  await context.close();
});

test('a form without an origin, or from another site, changes nothing', async () => {
  const lead = new PlainBrowser(productUrl());
  const signIn = await lead.get('/sign-in');
  const person = /name="person" value="([^"]+)"/.exec(
    signIn.split('<form').find((part) => part.includes('Skills lead')) ?? '',
  )?.[1];
  await lead.submit('/sign-in', signIn, `value="${person}"`, {});
  const path = '/portsmouth/commitments/skills-4/update';
  const form = await lead.get(path);
  for (const origin of [null, 'https://elsewhere.example', 'null']) {
    lead.origin = origin;
    const fields = { status: 'onTrack', done: 'Sent from elsewhere.', intent: 'send' };
    expect(await lead.submit(path, form, 'name="version"', fields).catch(() => null)).toBeNull();
  }
  lead.origin = productUrl();
  expect(await lead.get(path)).not.toContain('Sent from elsewhere.');
});

test('health is told without a database, and with one', async ({ request }) => {
  expect((await request.get(`${productUrl()}/health/live`)).status()).toBe(200);
  expect((await request.get(`${productUrl()}/health/ready`)).status()).toBe(200);
});

test('counts on screen are those of the strategy', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Board member');
  const expected = { voice: 11, relationships: 11, learning: 9, home: 11, health: 10, skills: 10 };
  for (const [key, number] of Object.entries(expected)) {
    await page.goto(`/portsmouth/commitments?priority=${key}`);
    await expect(page.locator('main tbody tr'), key).toHaveCount(number);
  }
  await page.goto('/portsmouth/commitments');
  await expect(page.locator('main tbody tr')).toHaveCount(62);
  await page.goto('/portsmouth/promises');
  await expect(page.locator('[id^="promise-"]')).toHaveCount(11);
  await page.goto('/portsmouth/strategy');
  await expect(page.locator('main a[href*="/priorities/"]').first()).toBeVisible();
  const priorities = await page
    .locator('main a[href*="/priorities/"]')
    .evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href'))).size);
  expect(priorities).toBe(6);
  const themes = await page
    .locator('main a[href*="/themes/"]')
    .evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href'))).size);
  expect(themes).toBe(4);
  await context.close();
});

test('figures are said in words, with a table, and never by the drawing alone', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Board member', { javaScriptEnabled: false });
  await page.goto('/portsmouth/themes/health');
  const figure = page.locator('article, .figure').filter({ hasText: 'Had a yearly health check' }).first();
  await expect(figure).toContainText('84%');
  await expect(figure).toContainText('240 of 287');
  await expect(figure).toContainText('Worse than a year ago');
  await expect(figure.locator('svg title')).toHaveCount(1);
  // What stands beside it, and every value of the chart.
  await expect(figure.locator('table caption')).toHaveText([/^What stands beside: /, /Had a yearly health check/]);
  await context.close();
});
