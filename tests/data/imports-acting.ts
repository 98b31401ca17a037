import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormAction } from '#lib/form-state.ts';
import { type Findings, readFindings } from '#lib/imports/findings.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

process.env.PLEDGEBOARD_DATA_DIR = mkdtempSync(join(tmpdir(), 'pledgeboard-imports-'));

const england = ['E92000001', 'England'];
const southEast = ['E12000008', 'South East'];

type Place = 'England' | 'South East' | 'Portsmouth' | readonly [level: string, ...cells: string[]];

/** The cells that say where, in the order of `header`. */
export function placeCells(place: Place): string[] {
  switch (place) {
    case 'England':
      return ['National', ...england, '', '', '', '', ''];
    case 'South East':
      return ['Regional', ...england, ...southEast, '', '', ''];
    case 'Portsmouth':
      return ['Local authority', ...england, ...southEast, '851', 'Portsmouth', 'E06000044'];
    default:
      return [...place];
  }
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file of the data standard. */
export const csv = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  `${[columns, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;

export type Row = {
  id: string;
  state: string;
  fileName: string;
  hash: string;
  mapId: string | null;
  findings: Findings;
};

export async function importOf(id: string): Promise<Row> {
  const [row] = await inPortsmouth<Omit<Row, 'findings'> & { findings: unknown }>(
    'SELECT id, state::text, "fileName", hash, "mapId", findings FROM "Import" WHERE id = $1',
    [id],
  );
  if (!row) throw new Error(`there is no import ${id}`);
  return { ...row, findings: readFindings(row.findings) };
}

type Sent = { meta?: string; name?: string; key?: string; who?: string | null; origin?: string; isCut?: boolean };

/** Sends a file as the page does; where the browser is led, and with what status. */
export async function send(
  file: string | Uint8Array,
  { meta, name = 'figures.csv', key, who, origin, isCut = false }: Sent = {},
) {
  const { POST } = await import('#app/[council]/indicators/import/upload/route.ts');
  const form = new FormData();
  form.set('idempotencyKey', key ?? crypto.randomUUID());
  form.set('file', new File([file as BlobPart], name, { type: 'text/csv' }));
  if (meta !== undefined) form.set('meta', new File([meta], 'figures.meta.csv'));
  let answer = new Response();
  const post: FormAction = async () => {
    const whole = new Request('http://localhost:3000/', { method: 'POST', body: form });
    const { headers } = whole;
    const body = (await whole.arrayBuffer()).slice(0, isCut ? -60 : undefined);
    const request = new Request(whole.url, { method: 'POST', headers, body });
    answer = await POST(request, { params: Promise.resolve({ council: 'portsmouth' }) });
    return null;
  };
  await actAs(who === undefined ? 'strategy-officer' : who, post, {}, origin ? { origin } : {});
  const to = answer.headers.get('location') ?? '';
  return {
    to,
    status: answer.status,
    text: answer.status === 303 ? '' : await answer.text(),
    id: to.split('/').at(-1) ?? '',
  };
}

export const councilId = async () => (await inPortsmouth<{ id: string }>('SELECT id FROM "Council"'))[0]?.id ?? '';

/** What the worker does with it. */
export async function read(id: string): Promise<Row> {
  const { readImport } = await import('#lib/imports/reading.ts');
  await readImport(await councilId(), id);
  return importOf(id);
}

export async function save(id: string): Promise<Row> {
  const { saveImport } = await import('#lib/imports/saving.ts');
  await saveImport(await councilId(), id);
  return importOf(id);
}

/** True while the file lies on the disk. */
export const isThere = async (id: string) =>
  existsSync(join(process.env.PLEDGEBOARD_DATA_DIR ?? '', 'imports', await councilId(), `${id}.csv`));

/** As readBy of figures-acting.ts, loaded late: the folder of the files must be set before anything of lib is. */
export async function asOfficer<T>(work: (viewer: import('#lib/auth/viewer.ts').Viewer) => Promise<T>): Promise<T> {
  const { getViewer } = await import('#lib/auth/viewer.ts');
  return readAs('strategy-officer', async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error('the strategy officer is not signed in');
    return work(viewer);
  });
}
