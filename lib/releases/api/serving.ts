import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { networkOf } from '#lib/auth/network.ts';
import { env } from '#lib/env.ts';
import { limiter } from '#lib/releases/api/limit.ts';
import { openApi } from '#lib/releases/api/openapi.ts';
import { NotThere, Problem, problemText, TooOften } from '#lib/releases/api/problems.ts';
import { routes } from '#lib/releases/api/routes.ts';
import { bodyOf, sendBody } from '#lib/releases/bodies.ts';
import { readPublicSide } from '#lib/releases/public.ts';

const store = globalThis as unknown as { pledgeboardApiLimit?: ReturnType<typeof limiter> };
store.pledgeboardApiLimit ??= limiter();
const waitFor = store.pledgeboardApiLimit;

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8';

/** Anybody's page may read it: there is nothing in it that is not public. */
const open = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag, Retry-After, Link'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Vary', 'Accept'],
] as const;

/** An answer of the public API, or a problem in plain words. It looks at no session. */
export async function serveApi(request: Request, path: readonly string[]): Promise<Response> {
  try {
    refuseFlood(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Problem(405, 'Method not allowed', 'The data can only be read: use GET.', [
        ['Allow', 'GET, HEAD, OPTIONS'],
      ]);
    }
    return await answer(request, path);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const body = bodyOf(problemText(error), 'application/problem+json; charset=utf-8');
    const headers = [...open, ...error.headers];
    return sendBody(request, body, { status: error.status, headers, caching: 'no-store' });
  }
}

/** @throws TooOften */
function refuseFlood(request: Request): void {
  const network = networkOf(request.headers.get('x-forwarded-for'), env.PLEDGEBOARD_PROXIES);
  const perMinute = env.PLEDGEBOARD_API_PER_MINUTE;
  const wait = waitFor(network, perMinute, Date.now());
  if (wait > 0) throw new TooOften(perMinute, wait);
}

async function answer(request: Request, path: readonly string[]): Promise<Response> {
  if (path.length === 1 && path[0] === 'openapi.json') {
    return sendBody(request, bodyOf(JSON.stringify(openApi(routes)), json), { headers: open });
  }
  const { pathname, search, searchParams } = new URL(request.url);
  const { parts, wantsCsv } = asked(path, request.headers.get('accept'));
  const found = matching(parts);
  const parsed = found.route.query.safeParse(Object.fromEntries(searchParams));
  if (!parsed.success) {
    throw new Problem(400, 'The question cannot be read', parsed.error.issues.map(({ message }) => message).join(' '));
  }
  const side = await readPublicSide(found.params.council ?? '');
  if (!side) throw new NotThere('No council with published figures has this address.');
  const answered = await found.route.run({ side, params: found.params, query: parsed.data, self: pathname + search });
  const { sources, links } = answered.json as { sources: { licenceAddress: string }[]; links: Record<string, string> };
  const headers = [...open, ...linkHeader(sources, links)];
  if (!wantsCsv || !found.route.csv) {
    return sendBody(request, bodyOf(JSON.stringify(answered.json), json), { headers });
  }
  return sendBody(request, bodyOf(table(answered.rows ?? [], found.route.csv), csv), { headers });
}

/** The parts of the address without its ending; a table when the ending or the header asks for one. */
function asked(path: readonly string[], accept: string | null) {
  const last = path.at(-1) ?? '';
  const ending = /\.(csv|json)$/.exec(last)?.[1];
  const parts = ending ? [...path.slice(0, -1), last.slice(0, -1 - ending.length)] : path;
  const prefersCsv = /text\/csv/i.test(accept ?? '') && !/application\/json/i.test(accept ?? '');
  return { parts, wantsCsv: ending ? ending === 'csv' : prefersCsv };
}

/** @throws NotThere */
function matching(parts: readonly string[]) {
  for (const route of routes) {
    const names = route.path.split('/').slice(1);
    if (names.length !== parts.length) continue;
    const pairs = names.map((name, at): [string, string] => [name, parts[at] ?? '']);
    if (!pairs.every(([name, part]) => name.startsWith('{') || name === part)) continue;
    return { route, params: Object.fromEntries(pairs.map(([name, part]) => [name.slice(1, -1), part])) };
  }
  throw new NotThere('The API has no such address. /api/v1/openapi.json lists those that it has.');
}

/** RFC 8288: the licence and the pages around, for who reads a table. */
function linkHeader(sources: readonly { licenceAddress: string }[], links: Record<string, string>) {
  const licences = new Set(sources.map(({ licenceAddress }) => licenceAddress).filter(Boolean));
  const all = [
    ...[...licences].map((address) => `<${address}>; rel="license"`),
    ...Object.entries(links)
      .filter(([name]) => name === 'next' || name === 'previous')
      .map(([name, address]) => `<${address}>; rel="${name === 'next' ? 'next' : 'prev'}"`),
  ];
  return all.length > 0 ? [['Link', all.join(', ')] as const] : [];
}

/** A cell that a spreadsheet would take for a formula is made a text; numbers stay numbers. */
function table(rows: readonly Record<string, unknown>[], columns: readonly string[]): string {
  const safe = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    cast: { string: safe, boolean: (value) => String(value) },
  });
}
