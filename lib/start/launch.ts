import { readSettings, type Settings, surroundings } from '#lib/env.ts';
import { build } from '#lib/start/build.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { claimDataDir } from '#lib/start/data-dir.ts';
import { embedded } from '#lib/start/embedded.ts';
import { generateClient } from '#lib/start/generate.ts';
import { underLock } from '#lib/start/migrate.ts';
import { say, secondsSince, step } from '#lib/start/narrate.ts';
import { firstFree, isFree } from '#lib/start/ports.ts';
import { hasCouncil, prepareDatabase, untilReachable } from '#lib/start/prepare-database.ts';
import type { RoleUrls } from '#lib/start/roles.ts';
import { environment, serve } from '#lib/start/serve.ts';
import { work } from '#lib/start/work.ts';

type Surroundings = {
  signal: AbortSignal;
  /** Called with how to stop each thing, before it starts. */
  onClose: (stop: () => Promise<void> | void) => void;
  giveUp: (reason: unknown) => void;
};

/** From nothing to a served page, step by step. */
export async function launch({ signal, onClose, giveUp }: Surroundings): Promise<void> {
  console.log('Pledgeboard is starting.');
  const { settings, dataDir } = await step('Settings', async () => {
    const read = readSettings(surroundings);
    const claimed = claimDataDir(read.PLEDGEBOARD_DATA_DIR);
    onClose(claimed.release);
    return { settings: await withPort(read), dataDir: claimed.dataDir };
  });

  await step('Database client', () => generateClient(signal));

  const { ownerUrl, secret } = await step(databaseTitle(settings), async () => {
    const { DATABASE_URL, PLEDGEBOARD_SECRET = '' } = settings;
    if (DATABASE_URL) {
      await untilReachable(DATABASE_URL, say);
      return { ownerUrl: DATABASE_URL, secret: PLEDGEBOARD_SECRET };
    }
    const { server, open } = embedded({ dataDir, say, giveUp, signal });
    onClose(server.stop);
    const opened = await open();
    return { ownerUrl: opened.ownerUrl, secret: PLEDGEBOARD_SECRET || opened.appSecret };
  });

  const urls = await step('Tables and roles', () =>
    prepareDatabase({ ownerUrl, secret, given: givenUrls(settings), say }),
  );

  await step('Demonstration council', async () => {
    if (!settings.PLEDGEBOARD_DEMO) return say('Switched off.');
    const { seed } = await import('#prisma/seed/seed.ts');
    await underLock(ownerUrl, async () => {
      if (await hasCouncil(urls)) return say('There is a council already.');
      await seed({ databaseUrl: ownerUrl, today: new Date(), log: say });
    });
  });

  await step('The app', () => build({ isBench: settings.PLEDGEBOARD_BENCH, say, signal }));

  const app = await step('Serving', async () => {
    const env = environment({ settings, dataDir, secret, urls });
    const kept = serve({ settings, env, say, giveUp });
    onClose(kept.stop);
    const worker = work({ env: { ...env, DATABASE_WORKER_URL: urls.workerUrl }, say, giveUp });
    onClose(worker.stop);
    await Promise.all([kept.ready, worker.ready]);
    return kept;
  });

  await step(`Ready after ${secondsSince()}`, async () => {
    say(`Pledgeboard is at ${settings.PLEDGEBOARD_URL} (process ${app.pid()}). Ctrl-C stops it and its database.`);
  });
}

function databaseTitle({ DATABASE_URL, DATABASE_APP_URL, PLEDGEBOARD_DATA_DIR }: Settings): string {
  if (DATABASE_URL) return 'Database of DATABASE_URL';
  if (!DATABASE_APP_URL) return `Database in ${PLEDGEBOARD_DATA_DIR}`;
  throw new CannotStart('DATABASE_APP_URL is set and DATABASE_URL is not: the start needs the owner to migrate.');
}

/** The port asked for, or the next free one when nobody asked. */
async function withPort(settings: Settings): Promise<Settings> {
  const { PORT, HOST, isPortChosen, isUrlChosen } = settings;
  if (await isFree(PORT, HOST)) return settings;
  if (isPortChosen) {
    throw new CannotStart(`Port ${PORT} is taken by another program: stop that one, or set PORT to another number.`);
  }
  const free = await firstFree(PORT + 1, HOST);
  say(`Port ${PORT} is taken; using ${free} instead.`);
  return {
    ...settings,
    PORT: free,
    PLEDGEBOARD_URL: isUrlChosen ? settings.PLEDGEBOARD_URL : `http://localhost:${free}`,
  };
}

function givenUrls(settings: Settings): RoleUrls | undefined {
  const { DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, DATABASE_WORKER_URL: workerUrl } = settings;
  if (appUrl && authUrl && workerUrl) return { appUrl, authUrl, workerUrl };
  if (!appUrl && !workerUrl) return undefined;
  throw new CannotStart(
    'DATABASE_APP_URL, DATABASE_AUTH_URL and DATABASE_WORKER_URL go together at the start: set all or none.',
  );
}
