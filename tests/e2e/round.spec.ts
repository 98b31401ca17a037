import { expect, type Page, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

/** What a lead's hands do, counted: keys and clicks, whatever the machine's speed. */
class Hands {
  presses = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async key(name: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(name);
  }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

for (const [scripts, who] of [
  [true, 'Voice lead'],
  [false, 'Learning lead'],
] as const) {
  test(`a round in one sitting, ${scripts ? 'with' : 'without'} scripts: at most three presses for what has not changed`, async ({
    browser,
  }) => {
    const { page, context } = await asPerson(browser, who, { javaScriptEnabled: scripts });
    await page.getByRole('link', { name: 'Do all updates of this round on one page' }).click();
    const said = async () => Number(/^(\d+) of/.exec((await page.locator('#said').textContent()) ?? '')?.[1]);
    const before = await said();
    const hands = new Hands(page);
    await page
      .getByRole('button', { name: /^Nothing has changed/ })
      .first()
      .focus();
    const unchanged = 2;
    for (let done = 1; done <= unchanged; done++) {
      await hands.key('Enter');
      await expect.poll(said).toBe(before + done);
      // The next commitment is under the finger, and the page is still the list.
      await expect.poll(() => focused(page)).toMatch(/^say-/);
      expect(new URL(page.url()).pathname).toBe('/portsmouth/round');
    }
    expect(hands.presses / unchanged).toBeLessThanOrEqual(3);

    // One that has changed is said in its place, and the list is there again.
    const row = page.locator('.sheet > li').filter({ has: page.getByRole('link', { name: /^Say what changed/ }) });
    const slug = await row.last().getAttribute('id');
    await row
      .last()
      .getByRole('link', { name: /^Say what changed/ })
      .click();
    const form = page.locator(`#${slug}`);
    await form.getByRole('radio', { name: /^On track/ }).check();
    await form.getByLabel('What was done?').fill('Alex, 12, absconded. We asked every family what they need.');
    if (scripts) await expect(form.getByText('“Alex, 12”, under Done.')).toBeVisible();
    else await form.getByRole('button', { name: 'Save and check my words' }).click();
    await expect(page.locator('#help')).toContainText('“Alex, 12”');
    await expect(page.locator('#help')).toContainText('go missing, or run away');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(said).toBe(before + unchanged + 1);
    expect(new URL(page.url()).pathname).toBe('/portsmouth/round');
    await context.close();
  });
}

test('a file goes with an update to its reader, and what could point at a child is answered before it is published', async ({
  browser,
}) => {
  const lead = await asPerson(browser, 'Skills lead', { javaScriptEnabled: false });
  await lead.page.goto('/portsmouth/commitments/skills-8/update');
  await lead.page.getByLabel('What was done?').fill('Two children chose their own room.');
  await lead.page.getByText('Attach a file that shows it').click();
  const choose = async (name: string, content: string) => {
    await lead.page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
    await lead.page.getByRole('button', { name: 'Attach the file' }).click();
  };
  await choose('page.html', '<script>alert(1)</script>');
  await expect(lead.page.getByText('This kind of file cannot be attached.').first()).toBeVisible();
  await expect(lead.page.getByLabel('What was done?')).toHaveValue('Two children chose their own room.');
  await choose('Room plan.pdf', '%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await expect(lead.page.getByRole('link', { name: 'Room plan.pdf' })).toBeVisible();
  await lead.page.getByRole('radio', { name: /^On track/ }).check();
  await lead.page.locator('textarea[name=reason]').fill('There is more to do than we said.');
  await lead.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(lead.page.getByText('Sent: Skills 8')).toBeVisible();
  await lead.context.close();

  const officer = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  const { page } = officer;
  await page.goto('/portsmouth/updates');
  await page.getByRole('checkbox', { name: 'Choose Skills 8' }).check();
  await page.getByRole('button', { name: 'Approve and publish the ticked' }).click();
  await expect(page.getByText('Skills 8 holds words that could point at a child')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Choose Skills 8' })).toBeChecked();
  await page.getByRole('link', { name: /^Skills 8\b/ }).click();
  const file = page.getByRole('link', { name: 'Room plan.pdf' });
  const answer = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  expect(answer.headers()['content-disposition']).toContain('attachment; filename="Room plan.pdf"');
  const looking = await asPerson(browser, 'Strategy officer');
  await looking.page.goto(page.url());
  await expectSound(looking.page);
  await looking.context.close();
  await page.getByLabel('Why “Two children” cannot point at a child').fill('They are characters of a story.');
  await page.getByRole('button', { name: 'It is safe, for this reason' }).click();
  await expect(page.getByText('Everything that was found has an answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(page.getByText('Published: Skills 8')).toBeVisible();
  await officer.context.close();
});
