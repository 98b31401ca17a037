import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { prepareJobs } from '#lib/start/jobs.ts';
import { migrate, underLock } from '#lib/start/migrate.ts';
import { withClient } from '#lib/start/owner.ts';
import { checkOwner, checkWalls, openRoles, type RoleUrls } from '#lib/start/roles.ts';

type Options = {
  ownerUrl: string;
  secret: string;
  /** Addresses that somebody else looks after; without them the start makes its own. */
  given?: RoleUrls;
  say: (line: string) => void;
};

/** Migrates, opens the roles and makes the queue of jobs, one start at a time. Safe to repeat. */
export async function prepareDatabase({ ownerUrl, secret, given, say }: Options): Promise<RoleUrls> {
  const urls = await underLock(ownerUrl, async (client) => {
    await checkOwner(client);
    const applied = await migrate(client, ownerUrl);
    say(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is at the level of the code.');
    const opened = given ?? (await openRoles(client, ownerUrl, secret));
    await prepareJobs(client, opened.workerUrl);
    return opened;
  });
  await checkWalls(urls);
  return urls;
}

/** A database of somebody else's may start a little later than the product does. */
export async function untilReachable(ownerUrl: string, say: (line: string) => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await withClient(ownerUrl, (client) => client.query('SELECT 1')));
    } catch (error) {
      const { message, code } = error as Error & { code?: string };
      const isRefused = /^(28|3D|42)/.test(code ?? '');
      if (isRefused || tries === 10) {
        throw new CannotStart(`The database of DATABASE_URL cannot be opened (${message || code}): check the address.`);
      }
      if (tries === 1) say('The database of DATABASE_URL does not answer yet; trying for a while.');
      await delay(2_000);
    }
  }
}

/** The sign-in role sees every council; the owner, like the app, sees none without saying which. */
export async function hasCouncil({ authUrl }: RoleUrls): Promise<boolean> {
  return withClient(authUrl, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM "Council") AS found');
    return rows[0].found;
  });
}
