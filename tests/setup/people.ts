import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

/** The demo cast, by the words on their buttons. */
export const cast = [
  'Strategy officer',
  'Chair of the board',
  'Board member',
  'Voice lead',
  'Health lead',
  'Health partner',
  'Children in Care Council representative',
  'Scrutiny viewer',
] as const;
export type CastMember = (typeof cast)[number] | 'Home lead' | 'Relationships lead' | 'Learning lead' | 'Skills lead';

/** Where the product under test is; set when it was started. */
export const productUrl = () => process.env.PRODUCT_URL ?? '';

async function signIn(page: Page, who: CastMember, to = '/portsmouth'): Promise<void> {
  await page.goto(`${productUrl()}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name: `Sign in as ${who}`, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** A browser of their own for somebody, signed in. */
export async function asPerson(
  browser: Browser,
  who: CastMember,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: productUrl(), ...options });
  const page = await context.newPage();
  await signIn(page, who);
  return { page, context };
}
