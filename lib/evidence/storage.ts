import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '#lib/env.ts';

/**
 * Files of evidence lie outside the database, under their own hash: the same file twice is one file. A file is there
 * before any row names it; one that no row names, because the transaction failed, does no harm.
 */
const folderOf = (councilId: string) => join(env.PLEDGEBOARD_DATA_DIR, 'evidence', councilId);

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file so that a crash leaves it whole or not at all. @returns its SHA-256 */
export async function storeFile(councilId: string, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(bytes);
  const folder = folderOf(councilId);
  const path = join(folder, hash);
  if (await isThere(path, bytes.length)) return hash;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${hash}.${randomUUID()}`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
  return hash;
}

const isThere = (path: string, bytes: number) =>
  stat(path).then(
    (found) => found.size === bytes,
    () => false,
  );

/** The file with this hash. @throws when it is missing, or is no longer what was stored */
export async function readStored(councilId: string, hash: string): Promise<Buffer<ArrayBuffer>> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file');
  const bytes = await readFile(join(folderOf(councilId), hash));
  if (hashOf(bytes) !== hash) throw new Error('a stored file of evidence is not what was stored');
  return bytes;
}
