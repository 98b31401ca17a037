import { expect, type Page, test } from '@playwright/test';
import { asPerson, type CastMember } from '#tests/setup/people.ts';
import { freeze, writeReport } from '#tests/setup/report.ts';
import { unzip } from '#tests/unit/reports/docx.ts';

/** The whole chain, from a lead's words to the report that council reads: with scripts and without any. */
const chains: {
  scripts: boolean;
  lead: CastMember;
  ref: string;
  slug: string;
  theme: string;
  promise: number;
}[] = [
  { scripts: true, lead: 'Health lead', ref: 'Health 7', slug: 'health-7', theme: 'health', promise: 9 },
  {
    scripts: false,
    lead: 'Learning lead',
    ref: 'Learning 3',
    slug: 'learning-3',
    theme: 'education-and-work',
    promise: 2,
  },
];

// There is one report of a year, so one journey follows the other.
test.describe.configure({ mode: 'serial' });

/** The text of a page's main part. */
const words = async (page: Page) => (await page.locator('main').textContent()) ?? '';

for (const { scripts, lead, ref, slug, theme, promise } of chains) {
  test(`a lead's words reach the board, the promise and the report, ${scripts ? 'with scripts' : 'without any script'}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const options = { javaScriptEnabled: scripts };
    const officer = await asPerson(browser, 'Strategy officer', options);
    const author = await asPerson(browser, lead, options);
    const member = await asPerson(browser, 'Board member', options);
    const said = `Since ${scripts ? 'Monday' : 'Tuesday'} every team has a named worker`;
    const link = `/portsmouth/commitments/${slug}`;

    const title = `Annual report of test ${slug}`;
    await writeReport(officer.page, title);
    const before = await freeze(officer.page);
    await officer.page.goto(before);
    const frozenBefore = await words(officer.page);
    expect(frozenBefore).not.toContain(said);

    await author.page
      .getByRole('link', { name: new RegExp(`^${ref}\\b`) })
      .first()
      .click();
    await author.page.getByRole('radio', { name: 'Off track' }).check();
    await author.page.getByLabel('What was done?').fill(`${said}.`);
    await author.page.getByRole('button', { name: 'Send', exact: true }).click();
    // The status got worse, so a reason is owed; what was typed is still there.
    await expect(author.page.getByText('There is a problem')).toBeVisible();
    await expect(author.page.getByLabel('What was done?')).toHaveValue(`${said}.`);
    await expect(author.page.getByRole('radio', { name: 'Off track' })).toBeChecked();
    await author.page.locator('textarea[name=reason]').fill(`${said}, but the second team has yet to begin.`);
    await author.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(author.page.getByText(`Sent: ${ref}`)).toBeVisible();

    await member.page.goto(link);
    expect(await words(member.page)).not.toContain(said);

    await officer.page.goto('/portsmouth/updates');
    await officer.page.getByRole('link', { name: new RegExp(`^${ref}\\b`) }).click();
    await officer.page.getByRole('button', { name: 'Return with this comment' }).click();
    await expect(officer.page.getByText('Say what should change').first()).toBeVisible();
    await officer.page.getByLabel('What should change?').fill('Say when the second team begins.');
    await officer.page.getByRole('button', { name: 'Return with this comment' }).click();
    await officer.page.waitForURL('**/updates?**');

    await author.page.goto(`${link}/update`);
    await expect(author.page.getByText('Say when the second team begins.')).toBeVisible();
    await author.page.getByLabel('What comes next?').fill(`${said} from 1 December on.`);
    await author.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(author.page.getByText(`Sent: ${ref}`)).toBeVisible();

    await officer.page.goto('/portsmouth/updates');
    await officer.page.getByRole('link', { name: new RegExp(`^${ref}\\b`) }).click();
    await officer.page.getByRole('button', { name: 'Approve and publish' }).click();
    await officer.page.waitForURL('**/updates?**');

    for (const address of [link, `/portsmouth/themes/${theme}`, `/portsmouth/promises/${promise}`]) {
      await member.page.goto(address);
      expect(await words(member.page), address).toContain(said);
    }
    await member.page.goto('/portsmouth/promises');
    await expect(member.page.locator(`#promise-${promise}`)).toContainText('Not yet');

    await officer.page.goto(before);
    expect(await words(officer.page)).toBe(frozenBefore);
    await officer.page.goto(before.replace(/editions\/.*/, 'preview'));
    expect(await words(officer.page)).toContain(said);
    const after = await freeze(officer.page);
    expect(await words(officer.page)).toContain(said);

    await member.page.goto('/portsmouth/reports');
    await expect(member.page.locator(`main a[href="${after}"]`)).toHaveText(new RegExp(title));
    for (const [address, has] of [
      [before, false],
      [after, true],
    ] as const) {
      const word = await member.context.request.get(`${address}/word`);
      expect(word.headers()['content-type']).toContain('wordprocessingml');
      const text = unzip(await word.body()).get('word/document.xml') ?? '';
      expect(text.includes(said), address).toBe(has);
    }
    for (const { context } of [officer, author, member]) await context.close();
  });
}
