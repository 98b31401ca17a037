import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong on the page as it stands: everything in light, what colours can do in dark, and what lies beside 320 pixels. */
export async function problems(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // One frame and no other origin: the short way is the whole way.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const rules = colorScheme === 'light' ? axe.withTags(standards) : axe.withRules(['color-contrast']);
    const { violations } = await rules.analyze();
    for (const { id, nodes } of violations) {
      found.push(`${where} (${colorScheme}): ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (isWide) found.push(`${where}: wider than 320 pixels`);
  if (size) await page.setViewportSize(size);
  return found;
}

/** For a page that a journey has come to, in the state that it is in. The page must run scripts: axe is one. */
export const expectSound = async (page: Page) => expect(await problems(page, page.url())).toEqual([]);
