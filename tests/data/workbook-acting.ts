import { readFileSync } from 'node:fs';
import { inCouncil } from '#lib/db.ts';
import { type StrategyContent, strategyContent } from '#lib/strategies/content.ts';
import { uploadWorkbook } from '#lib/workbook/mutations.ts';
import { getUpload } from '#lib/workbook/queries.ts';
import { readCurrent } from '#lib/workbook/uploads.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

/** A strategy of the seed, from its file. */
export const seeded = (path: string): StrategyContent =>
  strategyContent.parse(JSON.parse(readFileSync(new URL(`../../prisma/seed/${path}`, import.meta.url), 'utf8')));

/** Uploads as the administrator; the id of the preview, or what was refused. */
export async function upload(bytes: Uint8Array | string, name = 'strategy.xlsx') {
  const { to, state } = await actAs('strategy-officer', uploadWorkbook, { file: new File([bytes as BlobPart], name) });
  return { id: to?.split('/').at(-1) ?? '', state };
}

/** The preview of an upload, as its page has it. */
export async function preview(id: string) {
  const { getViewer } = await import('#lib/auth/viewer.ts');
  return readAs('strategy-officer', async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error('the strategy officer is not signed in');
    return getUpload(viewer, id);
  });
}

const councilIdOf = async () => (await inPortsmouth<{ id: string }>('SELECT id FROM "Council"'))[0]?.id ?? '';

/** What a council holds of this strategy. */
export const current = async (key: string, councilId?: string) =>
  inCouncil(councilId ?? (await councilIdOf()), (db) => readCurrent(db, key));
