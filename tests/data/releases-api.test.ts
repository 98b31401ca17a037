import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { OPTIONS } from '#app/api/v1/[[...path]]/route.ts';
import { routes } from '#lib/releases/api/routes.ts';
import { problemSchema } from '#lib/releases/api/schema.ts';
import { withdrawRelease } from '#lib/releases/mutations.ts';
import { api, officer, release } from '#tests/data/releases-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const home = '/api/v1/portsmouth';
beforeAll(async () => {
  await inPortsmouth(`UPDATE "Source" SET licence = 'Open Government Licence v3.0' WHERE licence = 'Not published'`);
  const rows = await inPortsmouth<{ name: string }>(
    `SELECT i.key || '/' || b.key AS name FROM "Breakdown" b JOIN "Indicator" i ON i.id = b."indicatorId"
      WHERE EXISTS (SELECT FROM "BreakdownValue" v WHERE v."breakdownId" = b.id) ORDER BY 1 LIMIT 2`,
  );
  const parts = rows.map(({ name }) => name);
  expect(parts).toHaveLength(2);
  const withParts = parts.map((name) => name.split('/')[0] ?? '');
  const indicators = [...new Set([...withParts, 'dental-check', 'immunisations'])];
  await release({ title: 'For programs', indicators, breakdowns: parts });
  const gone = await release({ title: 'Gone', indicators: ['attainment-8'] });
  await actAs(officer, withdrawRelease, { release: gone.id, reason: 'It was released by mistake.' });
});

const json = async (path: string) => (await (await api(path)).json()) as Record<string, never>;

describe('every documented address', () => {
  const examples: Record<string, string> = {
    start: home,
    listReleases: `${home}/releases`,
    getRelease: `${home}/releases/for-programs`,
    getEdition: `${home}/releases/for-programs/editions/1`,
    listIndicators: `${home}/indicators`,
    getIndicator: `${home}/indicators/dental-check`,
    listObservations: `${home}/observations`,
  };

  it('is one that answers, and the other way round', async () => {
    const document = (await json('/api/v1/openapi.json')) as unknown as {
      openapi: string;
      paths: Record<string, { get: { operationId: string } }>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.values(document.paths).map(({ get }) => get.operationId)).toEqual(Object.keys(examples));
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(new Set(named.map(([, schema]) => schema))).toEqual(new Set(Object.keys(document.components.schemas)));
    expect(JSON.stringify(document).match(/"\$ref"/g)).toHaveLength(named.length);
  });

  for (const route of routes) {
    it(`${route.path} answers as its schema says, names its sources, and may be read from anywhere`, async () => {
      const answer = await api(examples[route.id] ?? '');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(answer.headers.get('vary')).toBe('Accept');
      expect(answer.headers.get('set-cookie')).toBeNull();
      const body = await answer.json();
      const parsed = (route.answer as z.ZodObject).strict().safeParse(body);
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(body.schemaVersion).toBe(1);
      const sources = body.sources.map(({ attribution }: { attribution: string }) => attribution).join('\n');
      expect(sources).toMatch(/^Source: Department for Education.*Crown copyright, Open Government Licence v3\.0\.$/m);
      expect(answer.headers.get('link')).toContain('rel="license"');
      const known = await api(examples[route.id] ?? '', { 'if-none-match': answer.headers.get('etag') ?? '' });
      expect([known.status, await known.text()]).toEqual([304, '']);
    });
  }

  for (const route of routes.filter(({ csv }) => csv)) {
    it(`${route.path} comes as a table, by its ending or by asking`, async () => {
      const byEnding = await api(`${examples[route.id]}.csv`);
      const byHeader = await api(examples[route.id] ?? '', { accept: 'text/csv' });
      const text = await byEnding.text();
      expect(byEnding.headers.get('content-type')).toContain('text/csv');
      expect(await byHeader.text()).toBe(text);
      const rows: Record<string, string>[] = parse(text, { columns: true });
      expect(rows.length).toBeGreaterThan(0);
      expect(Object.keys(rows[0] ?? {})).toEqual(route.csv);
    });
  }
});

describe('the values', () => {
  it('are those of the page, headline and parts, each with its source and licence', async () => {
    const all = (await json(`${home}/observations?perPage=10000`)) as never as { observations: Row[] };
    const observations = all.observations.filter(({ release: set }) => set === 'for-programs');
    const { indicators } = (await json(`${home}/releases/for-programs/editions/1`)) as never as { indicators: Held[] };
    const inOrder = (values: readonly (number | null)[]) => values.map(String).toSorted();
    const headline = indicators.flatMap((one) => one.observations.map(({ value }) => value));
    const listed = observations.filter(({ breakdown }) => breakdown === '').map(({ value }) => value);
    expect(inOrder(listed)).toEqual(inOrder(headline));
    // The whole of a table is the headline, which is listed once.
    const cells = indicators
      .flatMap((one) => one.breakdowns.flatMap(({ tables }) => tables.flatMap((of) => of.cells)))
      .filter(({ row, column }) => row !== '' || column !== '');
    const listedParts = observations.filter(({ breakdown }) => breakdown !== '').map(({ value }) => value);
    expect(inOrder(listedParts)).toEqual(inOrder(cells.map(({ value }) => value)));
    expect(listedParts.length).toBeGreaterThan(0);
    expect(observations.every(({ licence, source }) => licence !== '' && source !== '')).toBe(true);
    expect(observations.every(({ value, symbol }) => (value === null) !== (symbol === null))).toBe(true);
  });

  it('can be narrowed, and come in pages that lead to one another', async () => {
    const query = `indicator=dental-check&area=E06000044&from=2022-01-01&breakdown=none`;
    const { observations } = (await json(`${home}/observations?${query}`)) as never as { observations: Row[] };
    expect(observations.length).toBeGreaterThan(1);
    expect(observations.every((row) => row.areaCode === 'E06000044' && row.endsOn >= '2022-01-01')).toBe(true);
    const all: Row[] = [];
    let next: string | undefined = `${home}/observations?${query}&perPage=2`;
    while (next) {
      const page = (await json(next)) as never as { observations: Row[]; links: { next?: string }; total: number };
      expect(page.total).toBe(observations.length);
      all.push(...page.observations);
      next = page.links.next;
    }
    expect(all).toEqual(observations);
  });
});

describe('what cannot be answered is said in plain words', () => {
  it.each([
    [`${home}/releases/gone`, 410, 'It was released by mistake.'],
    [`${home}/releases/gone/editions/1`, 410, 'It was released by mistake.'],
    [`${home}/indicators/attainment-8`, 404, 'No released figure'],
    [`${home}/releases/never`, 404, 'No release has the address'],
    [`${home}/nothing`, 404, 'no such address'],
    ['/api/v1/nowhere/releases', 404, 'No council'],
    [`${home}/observations?from=yesterday`, 400, 'from must be a day'],
    [`${home}/observations?perPage=99999`, 400, 'perPage can be 10000 at most'],
  ])('%s: %i', async (path, status, words) => {
    const answer = await api(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status, detail: expect.stringContaining(words) });
  });

  it('nothing of a withdrawn release is in a list of values', async () => {
    const text = await (await api(`${home}/observations.csv?perPage=10000`)).text();
    expect(text).not.toContain('attainment-8');
    expect(await (await api(`${home}/indicators`)).text()).not.toContain('attainment-8');
  });

  it('nobody writes', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await api(`${home}/releases`, {}, method);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect(OPTIONS().headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });

  it('a network that floods waits, and others do not', async () => {
    const flood = () => api(home, { 'x-forwarded-for': '203.0.113.9' });
    let refused = await flood();
    let answered = 0;
    // The allowance grows back while it is used, so the slower this machine is, the more are answered.
    for (; refused.status === 200 && answered < 2_000; answered += 1) refused = await flood();
    expect(refused.status).toBe(429);
    expect(answered).toBeGreaterThanOrEqual(120);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await api(home, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(200);
  });
});

type Row = {
  release: string;
  breakdown: string;
  areaCode: string;
  endsOn: string;
  value: number | null;
  symbol: string | null;
  licence: string;
  source: string;
};
type Held = {
  observations: { value: number | null }[];
  breakdowns: { tables: { cells: { row: string; column: string; value: number | null }[] }[] }[];
};
