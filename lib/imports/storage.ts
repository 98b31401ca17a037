import 'server-only';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env.ts';

/**
 * A file on its way in lies outside the database under the id of its import, for this user alone, and goes as soon as
 * it is saved, refused or let go.
 */
const uuid = z.uuid();
const folderOf = (councilId: string) => join(env.PLEDGEBOARD_DATA_DIR, 'imports', uuid.parse(councilId));

export const pathOf = (councilId: string, id: string) => join(folderOf(councilId), `${uuid.parse(id)}.csv`);

/** Makes the folder of the council's imports. @returns where the file of this import will lie */
export async function makeRoom(councilId: string, id: string): Promise<string> {
  const folder = folderOf(councilId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  return pathOf(councilId, id);
}

/** Safe to repeat. */
export const letGo = (councilId: string, id: string) => rm(pathOf(councilId, id), { force: true });
