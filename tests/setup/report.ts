import type { Page } from '@playwright/test';

/** Opens the annual report of this year, or makes it, and writes everything that is required. Ends on the preview. */
export async function writeReport(page: Page, title: string): Promise<void> {
  await page.goto('/portsmouth/reports');
  const begun = page.getByRole('table', { name: 'Reports in preparation' }).getByRole('link').first();
  if (await begun.isVisible()) await begun.click();
  else await page.getByRole('button', { name: 'Make the annual report' }).click();
  const lines = {
    'Title of meeting': 'Cabinet',
    'Date of meeting': '2027-02-02',
    Subject: title,
    'Report by': 'Strategy officer',
    'Cabinet Member': 'Children, Families and Education',
    'Wards affected': 'All',
    'Purpose of report': 'To say how the strategy goes.',
    Recommendations: 'That the report is noted.',
    Background: 'The council adopted a strategy for the children it cares for.',
    'Reasons for recommendations': 'Young people asked to be told.',
    'Integrated impact assessment': 'Attached.',
    'Legal implications': 'None beyond those of the strategy.',
    'Director of Finance’s comments': 'Within existing budgets.',
    'Signed by': 'Director of children’s services',
  };
  for (const [label, text] of Object.entries(lines)) await page.getByLabel(label, { exact: true }).fill(text);
  for (const group of ['Key decision', 'Full Council decision']) {
    await page.getByRole('group', { name: group }).getByLabel('No', { exact: true }).check();
  }
  await page.getByRole('button', { name: 'Save and see the preview' }).click();
  await page.waitForURL('**/preview**');
}

/** Freezes what the preview shows. @returns the address of the new edition */
export async function freeze(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Freeze as edition/ }).click();
  await page.waitForURL('**/editions/**');
  return new URL(page.url()).pathname;
}
