import 'server-only';
import { claimForCode, currentNetwork, giveBackCode } from '#lib/auth/attempts.ts';
import { attemptMinutes } from '#lib/auth/rules.ts';
import { authClient, type Db } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate } from '#lib/format.ts';
import { derive } from '#lib/start/secrets.ts';
import { readCode } from '#lib/voice/codes.ts';
import { type LinkDays, whyClosed } from '#lib/voice/rules.ts';

/** All that is kept of a code: who has the database, but not the secret, cannot try codes against it. */
export const hashOfCode = (code: string) => derive(env.PLEDGEBOARD_SECRET, `code of a group ${code}`);

/**
 * The council whose group has this code. Wrong codes are counted by network, so that nobody can guess one.
 * @throws Refusal for a wrong code, and for any once there were too many
 */
export async function councilOfCode(typed: string): Promise<string> {
  const network = await currentNetwork();
  if (!(await claimForCode(network))) throw new Refusal(tooMany);
  const code = readCode(typed);
  const [found] = code
    ? await authClient().$queryRaw<{ councilId: string }[]>`
        SELECT "councilId" FROM "VoiceLink" WHERE "codeHash" = ${hashOfCode(code)}`
    : [];
  if (!found) throw new Refusal(wrong);
  await giveBackCode(network);
  return found.councilId;
}

const tooMany = `Too many wrong codes were tried from where you are. Wait ${attemptMinutes} minutes. Then try again.`;
const wrong = 'We do not know this code. Look at each letter, then try again.';

/** The link with its group and days, in the transaction of its council; held until the end where `hold` says so. */
export async function loadLink(db: Db, typed: string, { hold }: { hold: boolean }) {
  const hash = hashOfCode(readCode(typed) ?? '');
  if (hold) await db.$queryRaw`SELECT 1 FROM "VoiceLink" WHERE "codeHash" = ${hash} FOR UPDATE`;
  return db.voiceLink.findUnique({
    where: { codeHash: hash },
    select: {
      id: true,
      councilId: true,
      roundId: true,
      groupName: true,
      places: true,
      opensOn: true,
      closesOn: true,
      revokedAt: true,
      round: { select: { opensOn: true, closesOn: true, meeting: { select: { startsAt: true } } } },
    },
  });
}

/** @throws Refusal while a link takes no answers, in words for who holds it */
export function refuseClosed(link: LinkDays, today: Date): void {
  const why = whyClosed(link, today);
  if (why === 'revoked') throw new Refusal('This code does not work any more. Ask who gave it to you for a new one.');
  if (why === 'early') throw new Refusal(`It is too soon. You can use this code from ${formatDate(link.opensOn)}.`);
  if (why === 'late') throw new Refusal('It is too late. The time to use this code is over.');
}
