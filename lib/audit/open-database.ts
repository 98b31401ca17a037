import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#lib/env.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { runningPort } from '#lib/start/cluster.ts';
import { claimDataDir } from '#lib/start/data-dir.ts';
import { embedded } from '#lib/start/embedded.ts';
import { type RoleUrls, roleUrls } from '#lib/start/roles.ts';
import { readOrMakeSecrets } from '#lib/start/secrets.ts';

type Opened = { urls: Pick<RoleUrls, 'appUrl' | 'authUrl'>; close: () => Promise<void> };

/**
 * The database of these settings for one who only reads: yours, the embedded one that runs already, or that one
 * started for as long as it takes. The roles are those of the app, which may not change the trail.
 */
export async function openDatabase(settings: Settings): Promise<Opened> {
  const { DATABASE_URL, DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, PLEDGEBOARD_SECRET = '' } = settings;
  const close = async () => {};
  if (appUrl && authUrl) return { urls: { appUrl, authUrl }, close };
  if (DATABASE_URL) return { urls: roleUrls(DATABASE_URL, PLEDGEBOARD_SECRET), close };

  if (!existsSync(join(settings.PLEDGEBOARD_DATA_DIR, 'postgres'))) {
    throw new CannotStart(`There is no database in ${settings.PLEDGEBOARD_DATA_DIR} yet, and so no trail to prove.`);
  }
  const dataDir = realpathSync(settings.PLEDGEBOARD_DATA_DIR);
  const port = runningPort(join(dataDir, 'postgres'));
  if (port === undefined) return startFor(dataDir, PLEDGEBOARD_SECRET);
  const secret = PLEDGEBOARD_SECRET || readOrMakeSecrets(dataDir, false).app;
  return { urls: roleUrls(`postgres://127.0.0.1:${port}/pledgeboard`, secret), close };
}

async function startFor(path: string, secret: string): Promise<Opened> {
  const { dataDir, release } = claimDataDir(path);
  let giveUp: (reason: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const { server, open } = embedded({ dataDir, say: () => {}, giveUp: (reason) => giveUp(reason) });
  const close = async () => {
    await server.stop();
    release();
  };
  try {
    const { ownerUrl, appSecret } = await Promise.race([open(), failed]);
    return { urls: roleUrls(ownerUrl, secret || appSecret), close };
  } catch (error) {
    await close();
    throw error;
  }
}
