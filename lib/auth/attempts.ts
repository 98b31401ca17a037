import 'server-only';
import { headers } from 'next/headers';
import { networkOf } from '#lib/auth/network.ts';
import { attemptLimit, attemptMinutes, codeAttemptLimit } from '#lib/auth/rules.ts';
import { authClient } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { derive } from '#lib/start/secrets.ts';

/*
 * How often a sign-in link may be asked for: ten times in five minutes, for each network and for each address.
 * An attempt is a link asked for; one that was used to sign in is given back to its network, so that a whole
 * board behind one address can sign in at the start of a meeting.
 *
 * - A network that is over is told so, whatever address it types: it learns nothing about anybody.
 * - An address that is over gets no more mail, and the answer on screen stays the same. Its owner is not locked
 *   out by whoever did that: the ten links of the last five minutes are in the owner's mailbox, each works for
 *   ten minutes, so at any moment of the siege there are ten that still work for five. Nothing counts the use
 *   of a link (32 random bytes are not guessed), nor signing in with the council's own accounts.
 * - A lock for each key makes count and entry one step: requests at the same moment cannot pass together.
 * - Keys are keyed hashes: the table holds no address of a person or a machine, and nobody without the secret
 *   can tell whether a given one is in it.
 */

/** How many proxies of ours stand between the browsers and this process. */
const proxies = () => env.PLEDGEBOARD_PROXIES;

/** The network that this request came from. */
export const currentNetwork = async () => networkOf((await headers()).get('x-forwarded-for'), proxies());

const networkKey = (network: string) => derive(env.PLEDGEBOARD_SECRET, `sign-in attempts of network ${network}`);
const addressKey = (address: string) => derive(env.PLEDGEBOARD_SECRET, `sign-in attempts of address ${address}`);

/** Counts an attempt of this network; false when it has had its ten. */
export const claimForNetwork = (network: string) => claim(networkKey(network));

/** Counts a mail to this address; false when it has had its ten. */
export const claimForAddress = (address: string) => claim(addressKey(address));

/** An attempt of this network ended in a sign-in: it does not count any more. */
export const giveBack = (network: string) => giveBackOne(networkKey(network));

async function giveBackOne(key: string): Promise<void> {
  await authClient().$executeRaw`
    DELETE FROM "SignInAttempt" WHERE id = (
      SELECT id FROM "SignInAttempt" WHERE key = ${key} ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED)`;
}

/*
 * Codes of groups are counted the same way, by network alone: thirty wrong ones in five minutes, for a room full of
 * young people may mistype. Each try is counted before it is looked up, and given back when the code is right.
 */
const codeKey = (network: string) => derive(env.PLEDGEBOARD_SECRET, `codes tried from network ${network}`);
export const claimForCode = (network: string) => claim(codeKey(network), codeAttemptLimit);
export const giveBackCode = (network: string) => giveBackOne(codeKey(network));

async function claim(key: string, limit = attemptLimit): Promise<boolean> {
  const db = authClient();
  const since = new Date(Date.now() - attemptMinutes * 60_000);
  // A flood is turned away here, without a lock that would keep connections waiting.
  if ((await db.signInAttempt.count({ where: { key, at: { gt: since } } })) >= limit) return false;
  const [, entered] = await db.$transaction([
    db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`,
    db.$executeRaw`
      INSERT INTO "SignInAttempt" (id, key, at)
      SELECT gen_random_uuid(), ${key}, clock_timestamp()
       WHERE ${limit} > (
         SELECT count(*) FROM "SignInAttempt"
          WHERE key = ${key} AND at > now() - make_interval(mins => ${attemptMinutes}::int))`,
  ]);
  await forgetOld();
  return entered === 1;
}

/** Rows that another request is deleting are left to it: two that wait for each other would both fail. */
async function forgetOld(): Promise<void> {
  await authClient().$executeRaw`
    DELETE FROM "SignInAttempt" WHERE id IN (
      SELECT id FROM "SignInAttempt"
       WHERE at < now() - make_interval(mins => ${attemptMinutes}::int)
       LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}
