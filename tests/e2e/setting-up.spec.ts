import { expect, type Page, test } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { asPerson, productUrl } from '#tests/setup/people.ts';
import { expectSound } from '#tests/setup/sound.ts';

/**
 * A third council from nothing, by somebody who knows only what the screens say: no address is typed but the
 * first, and everything is found by its label.
 */

type Filled = Record<string, Record<string, string>[]>;

const strategy: Filled = {
  Strategy: [{ Key: '2026-29', Title: 'Every Child Ours', 'First day': '01/04/2026', 'Last day': '31/03/2029' }],
  Priorities: [{ Key: 'health', 'Short title': 'Health', Title: 'Being well', Vision: 'Every child is well. 👩🏽‍🍼' }],
  Commitments: [
    {
      Reference: 'Health 1',
      Priority: 'health',
      Number: '1',
      Title: 'Dentists',
      Wording: 'Every child sees a dentist.',
    },
  ],
  Promises: [
    { Number: '1', Wording: 'You will see a dentist.', 'Title in plain words': 'A dentist', Commitments: 'Health 1' },
  ],
};

/** Fills the rows below the headings that the downloaded template has, as a person would. */
async function fillTemplate(template: string, rows: Filled): Promise<Buffer> {
  const sheets = await readXlsxFile(template);
  const filled = sheets.map(({ sheet, data: [head = []] }) => ({
    sheet,
    data: [
      head,
      ...(rows[sheet] ?? []).map((row) => head.map((heading) => row[String(heading)] ?? null)),
    ] as string[][],
  }));
  return writeXlsxFile(filled).toBuffer();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const choose = async (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption(option);
const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });
const saved = (page: Page) => expect(page.getByRole('heading', { name: 'Saved' })).toBeVisible();

async function send(page: Page, buffer: Buffer, name = 'our-strategy.xlsx') {
  await page.getByLabel('The workbook that you filled in').setInputFiles({ name, mimeType: '', buffer });
  await press(page, 'Show me what it would do');
}

for (const [scripts, authority, port] of [
  [true, 'Leeds', 1280],
  [false, 'Manchester', 320],
] as const) {
  test(`a council is set up from nothing, ${scripts ? 'with' : 'without'} scripts, ${port} pixels wide`, async ({
    browser,
  }) => {
    test.setTimeout(Number(process.env.SLOW ?? 120_000));
    const context = await browser.newContext({
      baseURL: productUrl(),
      javaScriptEnabled: scripts,
      viewport: { width: port, height: 800 },
    });
    const page = await context.newPage();
    await page.goto('/');
    await follow(page, 'Set up a council');
    await press(page, 'Sign in as Somebody who sets up a council');

    await choose(page, 'Which authority is it?', 'Portsmouth (here already)');
    await page.getByLabel('What should the screen call you?').fill('Strategy officer');
    await press(page, 'Make the council and go on');
    await expect(problem(page)).toContainText('Portsmouth City Council is here already');
    await expect(page.getByLabel('What should the screen call you?')).toHaveValue('Strategy officer');
    await choose(page, 'Which authority is it?', authority);
    await page.getByLabel('Full name of the council (optional)').fill(`${authority} City Council`);
    await press(page, 'Make the council and go on');
    await expect(page.getByRole('heading', { name: `${authority} City Council is made` })).toBeVisible();

    await follow(page, 'Next step: Words');
    await page.getByLabel('Your word for “Corporate Parenting Board”').fill('Parenting Panel');
    await press(page, 'Save the words');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await press(page, 'Save the language');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await page.getByLabel('“At risk” is called').fill('Slipping');
    await press(page, 'Save the statuses');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await page.getByLabel('Your name for “Lead”').fill('Champion');
    await press(page, 'Save the roles');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await page.getByLabel('Name', { exact: true }).fill('Health champion');
    await page.getByLabel('Work email').fill(`health@${authority.toLowerCase()}.example`);
    await choose(page, 'Role', 'Champion');
    await press(page, 'Add the person');
    await saved(page);
    await expect(page.getByRole('link', { name: 'Health champion' })).toBeVisible();
    if (scripts) {
      await follow(page, 'Health champion');
      await expectSound(page);
      await page.goBack();
    }
    await follow(page, 'Go on to the next step');
    await press(page, 'Save the rules');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await page.getByText('Decide a new rule for the council').click();
    await page.getByLabel('Why').fill('Our health partner hides the same.');
    await page.getByLabel('Counts from 1 to this number are hidden').fill('7');
    await press(page, 'Decide the council’s rule');
    await saved(page);
    await expect(page.getByText('Counts from 1 to 7 are hidden.')).toBeVisible();
    await follow(page, 'Go on to the next step');

    const download = page.waitForEvent('download');
    await follow(page, 'Download the empty template (Excel)');
    const template = await (await download).path();
    const [row] = strategy.Commitments ?? [];
    const broken = { ...strategy, Commitments: [{ ...row, Priority: 'helth', Wording: '' }] };
    await send(page, await fillTemplate(template, broken));
    await expect(problem(page)).toContainText('2 places to mend in the file. Nothing was saved.');
    await expect(problem(page)).toContainText('Commitments, row 2, column F (Wording): Fill in');
    await expect(problem(page)).toContainText(
      'Commitments, row 2, column C (Priority): No priority has the key "helth"',
    );
    await send(page, await fillTemplate(template, strategy));
    await expect(page.getByRole('heading', { name: 'What the workbook would do' })).toBeVisible();
    await expect(page.getByText('Every Child Ours: 4 rows made')).toBeVisible();
    if (scripts) await expectSound(page);
    await press(page, 'Make this strategy');
    await saved(page);
    await follow(page, 'Go on to the next step');

    await page.getByLabel('Name of the theme').fill('Health');
    await choose(page, 'Month of its meeting', 'March');
    await page.getByLabel('The question that the board asks').fill('Are our children well?');
    await page.getByLabel('Being well').check();
    await press(page, 'Add the theme');
    await saved(page);
    await follow(page, 'Go on to the next step');
    await page.getByLabel('Day', { exact: true }).fill('2031-03-20');
    await page.getByLabel('Place').fill('Town Hall');
    await press(page, 'Add the meeting');
    await saved(page);
    await follow(page, 'Go on to the last step');
    await press(page, 'Finish the set-up');
    await expect(page.getByRole('heading', { name: 'The council can begin' })).toBeVisible();

    const main = page.getByRole('navigation', { name: 'Main' });
    for (const [place, words] of [
      ['Promises', 'A dentist'],
      ['Strategy', 'Every Child Ours'],
      ['Commitments', 'Dentists'],
      ['Board', 'Health'],
    ] as const) {
      await main.getByRole('link', { name: place, exact: true }).click();
      await expect(page.getByRole('main')).toContainText(words);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide).toBe(false);
    await context.close();
  });
}

test('a file that is no workbook gets one clear sentence, and the strategy as it is can be downloaded', async ({
  browser,
}) => {
  const { page, context } = await asPerson(browser, 'Strategy officer');
  await follow(page, 'Manage');
  await follow(page, 'Strategy by workbook');
  await press(page, 'Show me what it would do');
  await expect(problem(page)).toContainText('Choose the workbook that you filled in.');
  await send(page, Buffer.alloc(6 * 1024 * 1024, 1), 'huge.xlsx');
  await expect(problem(page)).toContainText('This file has 6 MB; 5 MB is the most.');
  await send(page, Buffer.from('<html></html>'), 'page.csv');
  await expect(problem(page)).toContainText('This file is not a table.');
  const download = page.waitForEvent('download');
  await follow(page, '2023-26 as a workbook (Excel)');
  expect((await download).suggestedFilename()).toBe('portsmouth-strategy-2023-26.xlsx');
  await context.close();
});
