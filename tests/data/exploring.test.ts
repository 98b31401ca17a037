import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requireViewer, type Viewer } from '#lib/auth/viewer.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import type { Asked } from '#lib/indicators/exploring/address.ts';
import { type FileKind, fileOf } from '#lib/indicators/exploring/download.ts';
import { getExplored } from '#lib/indicators/exploring/queries.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
let viewer: Viewer;

beforeAll(async () => {
  viewer = await readAs('board-member', () => requireViewer('portsmouth'));
});

const explore = (key: string, asked: Asked = {}) => getExplored(viewer, key, asked);
const valuesOf = ({ chart }: Awaited<ReturnType<typeof explore>>) =>
  Object.fromEntries(chart.series.map(({ name, points }) => [name, points.map(({ value, note }) => note ?? value)]));

/** Every word of a file that a person or a program can read. */
async function wordsOf(file: Response): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!file.headers.get('content-type')?.includes('spreadsheetml')) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}
const kinds: FileKind[] = ['csv', 'xlsx', 'svg', 'png'];

/** A new value of the council's yearly health check, as a file of the Department would bring it. */
const record = (period: string, value: number, numerator: number) =>
  inPortsmouth(
    `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value, numerator, denominator)
     SELECT d."councilId", gen_random_uuid(), d.id, a.id, $1, ($1 || '-03-31')::date, $2, $3, 287
       FROM "Indicator" i JOIN "Definition" d ON d."indicatorId" = i.id JOIN "Area" a ON a.code = 'E06000044'
      WHERE i.key = 'yearly-health-check'`,
    [period, value, numerator],
  );

describe('exploring an indicator', () => {
  it('shows the council beside its region and England, and in every file the same', async () => {
    const found = await explore('yearly-health-check', { from: '2025-03-31' });
    expect(valuesOf(found)).toEqual({ Portsmouth: [84], 'South East': [87], England: [90] });
    for (const kind of kinds) {
      const file = await fileOf(viewer, found, kind);
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="portsmouth-yearly-health-check-2025-03-31-to-2025-03-31.${kind}"`,
      );
      const words = (await wordsOf(file)).replaceAll(/<\/text><text[^>]*>/g, ' ');
      if (kind === 'png') continue;
      expect(words).toContain('Crown copyright, Open Government Licence v3.0');
      for (const value of ['84', '87', '90']) expect(words).toContain(value);
    }
  });

  it('finds nothing where there is nothing, in another council least of all', async () => {
    await expect(explore('no-such-figure')).rejects.toMatchObject(notFound);
    const stranger = { ...viewer, councilId: crypto.randomUUID() };
    await expect(getExplored(stranger, 'yearly-health-check', {})).rejects.toMatchObject(notFound);
    const nobody = { ...viewer, roles: [] };
    await expect(getExplored(nobody, 'yearly-health-check', {})).rejects.toMatchObject(notFound);
  });

  it('has the neighbours that have figures, and their mean', async () => {
    await inPortsmouth(
      `INSERT INTO "Area" ("councilId", id, code, name, kind)
       SELECT id, gen_random_uuid(), unnest(ARRAY['E06000045', 'E06000002', 'E09000001']),
              unnest(ARRAY['Southampton', 'Middlesbrough', 'City of London']), 'council' FROM "Council" WHERE slug = 'portsmouth'
       ON CONFLICT DO NOTHING`,
    );
    await inPortsmouth(
      `INSERT INTO "Neighbour" ("councilId", "setId", "areaCode", "order")
       SELECT s."councilId", s.id, code, 90 + at
         FROM (SELECT * FROM "NeighbourSet" WHERE "startsOn" <= current_date ORDER BY "startsOn" DESC, id DESC LIMIT 1) s,
              unnest(ARRAY['E06000045', 'E06000002']) WITH ORDINALITY AS one(code, at)
       ON CONFLICT DO NOTHING`,
    );
    await inPortsmouth(
      `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value, numerator, denominator)
       SELECT d."councilId", gen_random_uuid(), d.id, a.id, '2025', '2025-03-31', said.value, said.numerator, 300
         FROM (VALUES ('E06000045', 71, 213), ('E06000002', 80, 240), ('E09000001', 1, 150)) said (code, value, numerator)
         JOIN "Area" a ON a.code = said.code
         JOIN "Indicator" i ON i.key = 'yearly-health-check' JOIN "Definition" d ON d."indicatorId" = i.id`,
    );
    const found = await explore('yearly-health-check', {
      from: '2025-03-31',
      areas: ['mean', 'E06000045', 'E06000002'],
    });
    expect(found.problems).toEqual([]);
    expect(valuesOf(found)).toMatchObject({ 'Mean of neighbours': [76], Southampton: [71], Middlesbrough: [80] });
    expect(found.material.areas.map(({ name }) => name)).not.toContain('City of London');
  });

  it('shows the parts of a breakdown with what is small, and what would give it away, hidden in every file', async () => {
    const asked = {
      by: 'age-and-sex',
      rows: ['Under 1'],
      columns: ['', 'Girls', 'Boys'],
      from: '2026-03-31',
      kind: 'bars',
    };
    const found = await explore('children-in-care-own-count', asked);
    expect(found.problems).toEqual([]);
    expect(valuesOf(found)).toEqual({ 'Under 1, all': [11], 'Under 1, Girls': ['c'], 'Under 1, Boys': ['c'] });
    const csv = (await wordsOf(await fileOf(viewer, found, 'csv'))).split('\r\n');
    for (const sex of ['Girls', 'Boys']) expect(csv.join('\n')).toContain(`,Under 1,${sex},[c],,,c,`);
    const svg = await wordsOf(await fileOf(viewer, found, 'svg'));
    expect([...svg.matchAll(/<rect class="bar/g)]).toHaveLength(1);
    expect(svg.match(/>\[c\]</g)).toHaveLength(2);
  });

  it('tells of a corrected value what it was', async () => {
    await record('2024', 92, 264);
    await record('2024', 91, 261);
    const { revisions } = await explore('yearly-health-check');
    expect(revisions.map(({ endsOn, before, after }) => [endsOn, before.value, after.value])).toEqual([
      ['2024-03-31', 92, 91],
      ['2024-03-31', 93, 92],
    ]);
  });

  it('lets a small count that a source printed reach nobody: not the page, not a file, not what was corrected', async () => {
    await record('2023', 12.3457, 3);
    await record('2023', 12.9173, 4);
    const canary = /12\.[39]/;
    for (const asked of [{}, { kind: 'bars', to: '2023-03-31' }, { view: 'table', areas: 'E06000044' }]) {
      const found = await explore('yearly-health-check', asked);
      expect(JSON.stringify(found)).not.toMatch(canary);
      expect(String(chartTable(found.chart))).not.toMatch(canary);
      expect(valuesOf(found).Portsmouth).toContain('c');
      for (const kind of ['csv', 'xlsx', 'svg'] as const) {
        expect(await wordsOf(await fileOf(viewer, found, kind)), kind).not.toMatch(canary);
      }
    }
  });
});
