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
  'themes/voice',
  'themes/education-and-work',
  'meetings',
  'indicators',
  'indicators/yearly-health-check',
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
  'strategy',
  'themes',
  'meetings',
];
/** What one role has alone; to the others it is the page that says so, which is among those above. */
const routesOf: { [who in (typeof cast)[number]]?: string[] } = {
  'Strategy officer': [
    'audit',
    'audit?person=nobody',
    'voice/links',
    'voice/words',
    'strategies/new',
    'strategies/2023-26/add/commitment',
    'actions/new?commitment=home-4',
    'priorities/home/leads',
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
  '/nothing-here/at-all',
];
/** What the page holds, without what differs each time it is made: two people who see the same need one look. */
const seenBy = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll('script, next-route-announcer, .site-account, .site-count'))
      script.remove();
    const keys = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|_R_\w+|nonce="[^"]*"/g;
    return body.innerHTML.replace(keys, '');
  });

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
    for (const who of cast) {
      const { page, context } = await asPerson(browser, who);
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text())) found.push(message.text());
      });
      for (const route of part) {
        const own = Object.entries(routesOf).find(([, paths]) => paths.includes(route));
        if (own && own[0] !== who) continue;
        await page.goto(`/portsmouth/${route}`);
        const shown = `${route} ${await seenBy(page)}`;
        if (seen.has(shown)) continue;
        seen.add(shown);
        found.push(...(await problems(page, `${who}: /${route}`)));
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
