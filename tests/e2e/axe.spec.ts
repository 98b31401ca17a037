import { expect, type Page, test } from '@playwright/test';
import { asPerson, cast, productUrl } from '#tests/setup/people.ts';
import { problems } from '#tests/setup/sound.ts';

/** Every route of a council, one address each; what a role may not see is a page too. */
const routes = [
  '',
  'promises',
  'promises/9',
  'strategy',
  'strategy?order=display',
  'priorities/home',
  'strategies',
  'strategies/2017-20',
  'strategies/2017-20/measures/2.6',
  'strategies/2023-26/figures',
  'strategies/2023-26/edit/promise/2',
  'strategies/2023-26/next',
  'commitments',
  'commitments?priority=health',
  'commitments/health-1',
  'commitments/health-1/update',
  'actions',
  'actions?view=board',
  'actions?view=timeline',
  'people',
  'commitments/home-4/leads',
  'updates',
  'round',
  'round?open=health-4',
  'rounds',
  'messages',
  'messages/settings',
  'themes',
  'themes/health',
  'themes/home',
  'themes/home?as-at=2001-01-01',
  'themes/health/compare',
  'themes/voice',
  'themes/education-and-work',
  'meetings',
  'indicators',
  'indicators/yearly-health-check',
  'indicators/yearly-health-check/rule',
  'indicators/children-in-care-own-count?by=age-and-sex&kind=bars',
  'reports',
  'voice',
  'promises/without-evidence',
  'help',
  'accessibility',
  'manage',
  'nothing-here',
];
const settingParts = [
  'name',
  'words',
  'language',
  'statuses',
  'roles',
  'people',
  'rules',
  'disclosure',
  'strategy',
  'themes',
  'meetings',
];
/** What one role has alone; to the others it is the page that says so, which is among those above. */
const routesOf: { [who in (typeof cast)[number]]?: string[] } = {
  'Strategy officer': [
    'audit',
    'themes/health/compose',
    'audit?person=nobody',
    'releases',
    'releases/new',
    'voice/links',
    'voice/words',
    'strategies/new',
    'strategies/2023-26/add/commitment',
    'actions/new?commitment=home-4',
    'indicators/hidden',
    'priorities/home/leads',
    'settings/neighbours',
    'settings/indicators',
    'settings/indicators/new',
    'settings/indicators/catalogue',
    'settings/indicators/dental-check',
    'indicators/dental-check/values',
    'indicators/children-in-care-own-count/values/age-and-sex',
    'indicators/workbook',
    'indicators/import',
    'settings',
    ...settingParts.map((part) => `settings/${part}`),
  ],
  'Children in Care Council representative': ['voice/rate'],
};
const frontRoutes = [
  '/',
  '/set-up',
  '/sign-in',
  '/sign-in/sent',
  '/sign-out',
  '/demo/mail',
  '/say',
  '/say/2222-2222-2222',
  '/say/thank-you',
  '/portsmouth/public',
  '/portsmouth/public/health',
  '/portsmouth/public/data',
  '/portsmouth/public/accessibility',
  '/portsmouth/public/nothing-here',
  '/nothing-here/at-all',
];
/**
 * What the page at this address holds, without what differs each time it is made: two people who see the same need one
 * look. It is fetched and not opened, which is most of the time that the looking takes.
 */
const seenAt = (page: Page, path: string) =>
  page.evaluate(async (address) => {
    // The policy of the page that asks would complain of another page's styles.
    const html = (await (await fetch(address)).text()).replace(/<style[^>]*>.*?<\/style>| style="[^"]*"/gs, '');
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const part of body.querySelectorAll('script, next-route-announcer, .site-account, .site-count')) part.remove();
    const keys = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|_R_\w+|nonce="[^"]*"/g;
    return body.innerHTML.replace(keys, '');
  }, path);

/** The routes in parts of about one length, so that they are looked at side by side. */
const parts = [0, 1, 2, 3].map((part) =>
  [...new Set([...routes, ...Object.values(routesOf).flat()])].filter((_, index) => index % 4 === part),
);

for (const [index, part] of parts.entries()) {
  test(`everybody, part ${index + 1} of the routes: no axe violation, light and dark, and nothing beside 320 pixels`, async ({
    browser,
  }) => {
    test.setTimeout(400_000);
    const found: string[] = [];
    const seen = new Set<string>();
    const seenInDark = new Set<string>();
    for (const who of cast) {
      const { page, context } = await asPerson(browser, who);
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text())) found.push(message.text());
      });
      for (const route of part) {
        const own = Object.entries(routesOf).find(([, paths]) => paths.includes(route));
        if (own && own[0] !== who) continue;
        const shown = `${route} ${await seenAt(page, `/portsmouth/${route}`)}`;
        if (seen.has(shown)) continue;
        seen.add(shown);
        await page.goto(`/portsmouth/${route}`);
        found.push(...(await problems(page, `${who}: /${route}`, seenInDark)));
      }
      await context.close();
    }
    console.log(`part ${index + 1}: ${part.length} routes, ${seen.size} different pages`);
    expect(found).toEqual([]);
  });
}

test('signed out: no axe violation on any page of the front', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: productUrl() });
  const page = await context.newPage();
  const found: string[] = [];
  for (const route of frontRoutes) {
    await page.goto(route);
    found.push(...(await problems(page, route)));
  }
  await context.close();
  expect(found).toEqual([]);
});
