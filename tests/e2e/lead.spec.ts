import { expect, type Page, test } from '@playwright/test';
import { asPerson, productUrl } from '#tests/setup/people.ts';

const narrow = { viewport: { width: 320, height: 640 } };

/**
 * A slow typist on a telephone: a letter every third of a second, two seconds to find each thing to press and
 * four to take in each page. Counted, not clocked: the machine's speed plays no part.
 */
class SlowTypist {
  seconds = 0;
  loads = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    let shown = '';
    page.on('framenavigated', (frame) => {
      // The router writes the same address again when it wakes; only another page is another page.
      if (frame !== page.mainFrame() || frame.url() === shown) return;
      shown = frame.url();
      this.loads += 1;
      this.seconds += 4;
    });
  }

  async press(role: 'button' | 'link' | 'radio', name: string | RegExp): Promise<void> {
    this.seconds += 2;
    await this.page.getByRole(role, { name }).first().click();
  }

  async type(label: string, text: string): Promise<void> {
    this.seconds += 2 + text.length / 3;
    await this.page.getByLabel(label).fill(text);
  }
}

for (const [scripts, ref] of [
  [true, 'Home 7'],
  [false, 'Home 3'],
] as const) {
  test(`from sign-in to sent: four pages and ninety seconds on a telephone, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      ...narrow,
      baseURL: productUrl(),
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    const typist = new SlowTypist(page);
    await page.goto('/sign-in');
    await typist.press('button', 'Sign in as Home lead');
    await typist.press('link', new RegExp(`^${ref}\\b`));
    await typist.press('radio', /^On track/);
    await typist.type('What was done?', 'We asked families what they need and wrote it into each match.');
    await typist.type('What difference has it made', 'Carers say that they feel better prepared.');
    await typist.press('button', 'Send and go to the next');
    await expect(page.getByText(`Sent: ${ref}`)).toBeVisible();
    expect(typist.loads).toBeLessThanOrEqual(4);
    expect(typist.seconds).toBeLessThanOrEqual(90);
    await context.close();
  });
}

test('a draft saves itself, and is there when the lead comes back', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Relationships lead');
  const form = '/portsmouth/commitments/relationships-7/update';
  await page.goto(form);
  await page.getByLabel('What was done?').pressSequentially('We booked the room');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.goto(form);
  await expect(page.getByLabel('What was done?')).toHaveValue('We booked the room');
  await context.close();
});

test('two windows on one update: the later save is told, and both texts are on the page', async ({ browser }) => {
  const first = await asPerson(browser, 'Relationships lead', { javaScriptEnabled: false });
  const second = await asPerson(browser, 'Relationships lead', { javaScriptEnabled: false });
  const form = '/portsmouth/commitments/relationships-5/update';
  await first.page.goto(form);
  await second.page.goto(form);
  await first.page.getByLabel('What was done?').fill('Words of the first window.');
  await first.page.getByRole('button', { name: 'Save draft' }).last().click();
  await second.page.getByLabel('What was done?').fill('Words of the second window.');
  await second.page.getByRole('button', { name: 'Save draft' }).last().click();
  await expect(second.page.getByLabel('What was done?')).toHaveValue('Words of the second window.');
  await expect(second.page.getByText('Words of the first window.')).toBeVisible();
  await second.page.getByRole('button', { name: 'Keep both and go on' }).click();
  await expect(second.page.getByLabel('What was done?')).toHaveValue(/second window[\s\S]*first window/);
  await first.context.close();
  await second.context.close();
});

test('a double click sends one update', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Skills lead');
  await page.goto('/portsmouth/commitments/skills-6/update');
  await page.getByRole('radio', { name: /^On track/ }).check();
  await page.getByLabel('What was done?').fill('Sent with a double click.');
  await page.getByRole('button', { name: 'Send', exact: true }).dblclick();
  await expect(page.getByText('Sent: Skills 6')).toBeVisible();
  await context.close();

  const officer = await asPerson(browser, 'Strategy officer');
  await officer.page.goto('/portsmouth/updates');
  await expect(officer.page.getByRole('link', { name: /^Skills 6\b/ })).toHaveCount(1);
  await officer.context.close();
});

test('an update is written and sent with the keyboard alone', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Relationships lead');
  await page.goto('/portsmouth/commitments/relationships-4/update');
  /** Moves on with Tab until the focus is where it should be: a person would, so it must be reachable. */
  const reach = async (selector: string) => {
    for (let step = 0; step < 80; step++) {
      if (await page.locator(selector).evaluateAll((found) => found.some((one) => one === document.activeElement)))
        return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${selector}`);
  };
  await reach('input[name=status]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await reach('textarea[name=done]');
  await page.keyboard.type('We opened a quiet room in each home.');
  await reach('button[value=send]');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sent: Relationships 4')).toBeVisible();
  await context.close();
});

test('a session that was ended ends at the next request, and what was typed stays on the page', async ({ browser }) => {
  const { page, context } = await asPerson(browser, 'Skills lead', { javaScriptEnabled: false });
  await page.goto('/portsmouth/commitments/skills-2/update');
  await page.getByLabel('What was done?').fill('Typed before the session ended.');
  const other = await context.newPage();
  await other.goto('/portsmouth');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = await page.content();
  expect(answer.includes('signed out') || page.url().includes('/sign-in')).toBe(true);
  await page.goto('/portsmouth/commitments/skills-2');
  expect(page.url()).toContain('/sign-in');
  await context.close();
});
