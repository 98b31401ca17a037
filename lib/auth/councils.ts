import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieName } from '#lib/auth/cookies.ts';
import { authClient } from '#lib/db.ts';

/** The councils in which whoever asks holds a role today; null without a live session. */
export async function listMyCouncils(): Promise<{ slug: string; name: string }[] | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const rows = await authClient().$queryRaw<{ slug: string | null; name: string | null }[]>`
    SELECT DISTINCT c.slug, c.name
      FROM "Session" s
      LEFT JOIN ("Person" p
        JOIN "Membership" m ON m."councilId" = p."councilId" AND m."personId" = p.id
         AND m."startsOn" <= london_today() AND (m."endsOn" IS NULL OR m."endsOn" >= london_today())
        JOIN "Council" c ON c.id = p."councilId") ON p."userId" = s."userId"
     WHERE s."sessionToken" = ${token} AND s.expires > now()
     ORDER BY c.name`;
  if (rows.length === 0) return null;
  return rows.flatMap(({ slug, name }) => (slug && name ? [{ slug, name }] : []));
}
