import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * How the elements of the page are dressed: each with its classes and its state, and with those of everything that it
 * stands in.
 */
const looksOn = (page: Page) =>
  page.evaluate(() => {
    const states = [
      'aria-current',
      'aria-disabled',
      'aria-invalid',
      'aria-selected',
      'aria-pressed',
      'open',
      'disabled',
    ];
    const looks = new Map<Element, string>();
    for (const element of document.querySelectorAll('html, body, body *')) {
      const around = element.parentElement ? (looks.get(element.parentElement) ?? '') : '';
      const state = states.filter((name) => element.hasAttribute(name) && element.getAttribute(name) !== 'false');
      if (element.matches(':checked')) state.push('checked');
      looks.set(element, `${around} > ${element.tagName} ${element.getAttribute('class') ?? ''} ${state.join(' ')}`);
    }
    return [...new Set(looks.values())];
  });

/**
 * What is wrong on the page as it stands: everything in light, what colours can do in dark, and what lies beside 320
 * pixels. Colours come from classes and states (no inline style passes the policy), so a page on which nothing is dressed
 * in a way that was not looked at before is not looked at in the dark once more.
 * @param seenInDark what was looked at in the dark so far; it grows
 */
export async function problems(page: Page, where: string, seenInDark = new Set<string>()): Promise<string[]> {
  const found: string[] = [];
  const looks = await looksOn(page);
  const isNewInDark = looks.some((look) => !seenInDark.has(look));
  for (const look of looks) seenInDark.add(look);
  for (const colorScheme of isNewInDark ? (['light', 'dark'] as const) : (['light'] as const)) {
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
