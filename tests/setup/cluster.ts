import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embedded } from '#lib/start/embedded.ts';

/** Speed over safety: what a test cluster holds is thrown away. */
export const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A folder that goes when the test is done; PostgreSQL may be another user and must get through. */
export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pledgeboard-')));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A PostgreSQL of its own in a folder of its own. */
export async function scratchCluster() {
  const { folder, remove } = scratchFolder();
  const failed = (reason: Error) => {
    throw reason;
  };
  const { server, open } = embedded({ dataDir: folder, say: () => {}, giveUp: failed, flags: unsafe });
  const opened = await open();
  return {
    ...opened,
    async stop() {
      await server.stop();
      remove();
    },
  };
}

/** Another database of the same cluster, empty or a copy, with its addresses for other roles. */
export async function createDatabase(superuserUrl: string, name: string, template = 'template1') {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER pledgeboard_owner`);
  } finally {
    await client.end();
  }
}

/** The same address with another database in it. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
