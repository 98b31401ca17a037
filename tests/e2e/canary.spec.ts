import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { cabinetReport, fieldsOf } from '#lib/reports/template.ts';
import { firstFree } from '#lib/start/ports.ts';
import { asOwner, canariesIn, placeCanaries } from '#tests/setup/canary.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { PlainBrowser } from '#tests/setup/plain-browser.ts';
import { startProduct } from '#tests/setup/product.ts';

test.setTimeout(120_000);

const variables = (route: string) => route.split('[').length;

/** The routes of the product, a folder of the app as a pattern of addresses: those with more fixed words first. */
const patterns = globSync('app/**/{page.tsx,route.ts}')
  .map((file) => file.replace(/^app|\/(page\.tsx|route\.ts)$|\/\([^)]*\)/g, ''))
  .map((route) => ({
    route: route || '/',
    shape: new RegExp(
      `^${(route || '/').replace(/\/\[\[?\.\.\.[^/]*\]?\]/g, '(/.*)?').replace(/\[[^\]]*\]/g, '[^/]+')}$`,
    ),
  }))
  .toSorted((one, other) => variables(one.route) - variables(other.route));
const routeOf = (path: string) =>
  patterns.find(({ shape }) => shape.test(path.split(/[?#]/)[0] ?? ''))?.route ?? 'unknown';

/** Addresses that the look at every page keeps, so that both walk the same product. */
const listed = [...readFileSync('tests/e2e/axe.spec.ts', 'utf8').matchAll(/^\s+'([a-z][\w/?=.&-]*)',/gm)].map(
  ([, path]) => `/portsmouth/${path}`,
);

/** Addresses that no link leads to: forms lead there, or nobody does. */
const unlinked = [
  '/portsmouth/indicators/workbook/template?figure=canary-share&figure=canary-number',
  '/portsmouth/strategies/2023-26/priorities/health',
  '/health/live',
  '/health/ready',
  '/demo/mail',
  '/say',
  '/say/thank-you',
  '/sign-in/sent',
];

/** What everybody may ask for without being signed in. */
const released = [
  ...['canary-share', 'canary-number'].flatMap((slug) => [`public/${slug}`, `public/${slug}/editions/1`]),
  'public',
].map((path) => `/portsmouth/${path}`);
const data = ['canary-share', 'canary-number'].flatMap((key) =>
  ['releases', `releases/${key}`, `indicators/${key}`, `observations?indicator=${key}`, 'indicators'].flatMap(
    (path) => [`/api/v1/portsmouth/${path}`, `/api/v1/portsmouth/${path.replace(/(\?|$)/, '.csv$1')}`],
  ),
);

/** Routes that need what the walk does not make, an upload, a file of evidence, a link; or that only take. */
const needing = [
  '/[council]/evidence/[id]',
  '/[council]/indicators/import/[id]/map',
  '/[council]/indicators/import/[id]/map/breakdown',
  '/[council]/indicators/import/upload',
  '/[council]/indicators/workbook/[upload]',
  '/[council]/settings/strategy/[upload]',
  '/api/auth/[...nextauth]',
  '/say/[code]',
  '/sign-in/link',
  '/sign-out',
];

/** How many addresses of one route each person looks at. */
const enough = 2;
/** One of each role; what several roles may read is the same query. */
const audiences = ['Board member', 'Health lead', 'Children in Care Council representative', 'Scrutiny viewer'];
/** Where the officer who decides about small numbers sees them: the page that lists them, and where values are mended. */
const allowed = [
  '/[council]/indicators/hidden',
  '/[council]/indicators/[key]/values',
  '/[council]/indicators/[key]/values/[breakdown]',
];
const decides = 'Strategy officer';

/** Everything that is in an answer: a zipped file is unpacked. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

/** What the framework sends for the page to a browser that is there already. */
async function payloadOf(browser: PlainBrowser, path: string): Promise<string> {
  const answer = await browser.ask(`${path}${path.includes('?') ? '&' : '?'}_rsc`, { RSC: '1' });
  if (answer.status === 200) expect(answer.headers.get('content-type'), path).toContain('text/x-component');
  return textOf(answer);
}

type Seen = { routes: Set<string>; asked: number; leaks: string[]; marked: Set<string> };

/** Follows the links of what somebody may read, some of every route, as a page and as the framework's own answer. */
async function walk(browser: PlainBrowser, who: string, seen: Seen): Promise<void> {
  const queue = [
    '/',
    '/portsmouth',
    '/portsmouth/indicators/canary-share',
    '/portsmouth/indicators/canary-number',
    ...listed,
    ...unlinked,
  ];
  const known = new Set(queue);
  const times = new Map<string, number>();
  while (queue.length > 0) {
    const batch = queue.splice(0, 6).filter((path) => {
      const route = routeOf(path);
      times.set(route, (times.get(route) ?? 0) + 1);
      return (times.get(route) ?? 0) <= enough;
    });
    await Promise.all(
      batch.map(async (path) => {
        const answer = await browser.ask(path);
        const text = await textOf(answer);
        const route = routeOf(path);
        seen.asked += 1;
        if (answer.ok) seen.routes.add(route);
        if (answer.ok && /canary-(share|number)/.test(text)) seen.marked.add(route);
        if (who !== decides || !allowed.includes(route)) {
          for (const canary of canariesIn(text)) seen.leaks.push(`${who}: ${canary} in ${path}`);
          if (answer.ok && text.includes('/_next/static/')) {
            const payload = await payloadOf(browser, path);
            seen.asked += 1;
            for (const canary of canariesIn(payload)) seen.leaks.push(`${who}: ${canary} in the payload of ${path}`);
          }
        }
        for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
          const next = href.replaceAll('&amp;', '&');
          if (known.has(next) || next.startsWith('/_next') || next.startsWith('/sign-out')) continue;
          known.add(next);
          queue.push(next);
        }
      }),
    );
  }
}

async function signedIn(url: string, who: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(url);
  const page = await browser.get('/sign-in?to=/portsmouth');
  const button = page.split('<form').find((part) => part.includes(`</span>${who}</button>`));
  const person = /name="person" value="([^"]+)"/.exec(button ?? '')?.[1];
  if (!person) throw new Error(`The sign-in page has no button for ${who}.`);
  await browser.submit('/sign-in', page, `value="${person}"`, {});
  expect(await browser.get('/portsmouth'), who).toContain('Sign out');
  return browser;
}

/** Both canaries are released to everybody, with the parts of one of them. */
async function release(officer: PlainBrowser, title: string, chosen: Record<string, string>): Promise<void> {
  const add = '/portsmouth/releases/new';
  const draft = (await officer.submit(add, await officer.get(add), 'name="title"', { title, ...chosen })) ?? '';
  const path = draft.split('?')[0] ?? '';
  const done = await officer.submit(path, await officer.get(path), 'name="shown"', {});
  expect(done, `${title} is released`).toMatch(/releases\/[0-9a-f-]{36}/);
}

/** A frozen report, so that there is a document to download. */
async function freezeReport(officer: PlainBrowser): Promise<void> {
  const reports = '/portsmouth/reports';
  const list = await officer.get(reports);
  const year = /value="([0-9a-f-]{36} \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d)"/.exec(list)?.[1] ?? '';
  const made = (await officer.submit(reports, list, 'name="year"', { year })) ?? '';
  const texts = fieldsOf(cabinetReport).map(({ key, kind, options }) => [
    key,
    kind === 'date' ? '2026-02-06' : (options?.[0] ?? 'As said; at the council.'),
  ]);
  await officer.submit(made, await officer.get(made), 'name="was"', {
    ...Object.fromEntries(texts),
    intent: 'preview',
  });
  const preview = `${made}/preview`;
  const frozen = await officer.submit(preview, await officer.get(preview), 'name="version"', {});
  expect(frozen).toMatch(/editions\/1/);
}

test('a number that is hidden is in no byte that leaves, for anybody but the officer where small numbers are decided', async () => {
  const { folder, remove } = scratchFolder();
  const product = await startProduct({ dataDir: folder, port: await firstFree(3500, '127.0.0.1') });
  try {
    await asOwner(folder, placeCanaries);
    const began = Date.now();
    const officer = await signedIn(product.url, decides);
    await freezeReport(officer);
    await release(officer, 'Canary share', { indicators: 'canary-share' });
    await release(officer, 'Canary number', { indicators: 'canary-number', breakdowns: 'canary-number/colour' });
    const seen: Seen = { routes: new Set(), asked: 0, leaks: [], marked: new Set() };
    await walk(officer, decides, seen);
    for (const who of audiences) await walk(await signedIn(product.url, who), who, seen);
    await walk(new PlainBrowser(product.url), 'nobody', seen);
    const anybody = new PlainBrowser(product.url);
    for (const path of [...released, ...data]) {
      const answer = await anybody.ask(path);
      expect(answer.ok, path).toBe(true);
      const text = await textOf(answer);
      expect(canariesIn(text), path).toEqual([]);
      if (/canary-(share|number)/.test(text)) seen.marked.add(path);
    }
    console.log(`${seen.asked} answers of ${seen.routes.size} routes in ${Date.now() - began} ms`);
    expect(seen.leaks).toEqual([]);
    expect(canariesIn(product.output())).toEqual([]);

    // The walk has been where figures are, and to every route but those that need what is not there.
    expect(listed.length).toBeGreaterThan(40);
    expect([...seen.marked]).toEqual(
      expect.arrayContaining([
        '/[council]/themes/[theme]',
        '/[council]/indicators/[key]',
        '/[council]/indicators',
        '/portsmouth/public/canary-share',
        '/api/v1/portsmouth/indicators/canary-share',
        '/api/v1/portsmouth/observations.csv?indicator=canary-number',
      ]),
    );
    const missed = patterns.map(({ route }) => route).filter((route) => !seen.routes.has(route));
    expect(missed.toSorted()).toEqual(needing);

    // The one page that shows them, and the same search where nothing is hidden any more: it finds them.
    const hidden = canariesIn(await officer.get('/portsmouth/indicators/hidden'));
    expect(hidden).toEqual(expect.arrayContaining(['23,761', '41,953', '87,631']));
    await asOwner(folder, async (client, councilId) => {
      await client.query(`UPDATE "DisclosureRule" SET threshold = 0 WHERE "councilId" = $1`, [councilId]);
    });
    const member = await signedIn(product.url, 'Board member');
    for (const path of ['/portsmouth/indicators/canary-share', '/portsmouth/themes/health']) {
      expect(canariesIn(await member.get(path)), path).toContain('23,761');
      expect(canariesIn(await payloadOf(member, path)), `the payload of ${path}`).toContain('23,761');
    }
  } finally {
    await product.stop();
    remove();
  }
});
