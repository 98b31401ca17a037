import { gzipSync } from 'node:zlib';

type Fetched = { html: string; scripts: Set<string> };
export type Weight = { route: string; path: string; html: number; script: number };

const gzipped = (bytes: string | Buffer) => gzipSync(bytes).length;
const scriptSizes = new Map<string, number>();

/**
 * What a browser gets: every script that the page names, in a tag or as the home of a part that wakes up in
 * the browser. What is fetched only after a click is not named in it.
 */
async function get(site: string, path: string, cookie?: string): Promise<Fetched | null> {
  const answer = await fetch(site + path, { redirect: 'manual', headers: cookie ? { cookie } : {} });
  if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return null;
  const html = await answer.text();
  return {
    html,
    scripts: new Set([...html.matchAll(/static\/chunks\/[\w.~%[\]@+-]+?\.js/g)].map(([name]) => name)),
  };
}

async function scriptSize(site: string, name: string): Promise<number> {
  const known = scriptSizes.get(name);
  if (known !== undefined) return known;
  const answer = await fetch(`${site}/_next/${name}`);
  if (!answer.ok) throw new Error(`The script ${name} answered ${answer.status}.`);
  const size = gzipped(Buffer.from(await answer.arrayBuffer()));
  scriptSizes.set(name, size);
  return size;
}

/**
 * Follows every link within the council, as each of these people, and weighs what comes.
 * @returns for each route the heaviest page found
 */
export async function weigh(site: string, start: string, bare: string, cookies: readonly string[]): Promise<Weight[]> {
  const bareScripts = (await get(site, bare))?.scripts ?? new Set();
  const heaviest = new Map<string, Weight>();
  for (const cookie of cookies) {
    const waiting = [start, '/', '/sign-in'];
    const seen = new Set(waiting);
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const page = await get(site, path, cookie);
      if (!page) continue;
      const beyond = [...page.scripts].filter((name) => !bareScripts.has(name));
      const sizes = await Promise.all(beyond.map((name) => scriptSize(site, name)));
      keepHeaviest(heaviest, {
        route: routeOf(path),
        path,
        html: gzipped(page.html),
        script: sizes.reduce((sum, size) => sum + size, 0),
      });
      for (const [, to = ''] of page.html.matchAll(/<a[^>]* href="(\/[^"#?]*)/g)) {
        if (!to.startsWith(start) || seen.has(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
  }
  return [...heaviest.values()].toSorted((a, b) => b.html - a.html);
}

function keepHeaviest(heaviest: Map<string, Weight>, found: Weight): void {
  const known = heaviest.get(found.route);
  heaviest.set(found.route, {
    ...found,
    ...(known && known.html > found.html && { path: known.path, html: known.html }),
    script: Math.max(found.script, known?.script ?? 0),
  });
}

const nouns = new Set([
  'priorities',
  'commitments',
  'actions',
  'people',
  'promises',
  'indicators',
  'themes',
  'reports',
  'updates',
  'editions',
]);

/** /portsmouth/themes/health is one page of /portsmouth/themes/[…]. */
const routeOf = (path: string) =>
  path
    .split('/')
    .map((part, at, parts) => (nouns.has(parts[at - 1] ?? '') ? '[…]' : part))
    .join('/');
