import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { sessionCookieName } from '#lib/auth/cookies.ts';
import { type CouncilSettings, councilSettings } from '#lib/councils/settings.ts';
import { authClient } from '#lib/db.ts';
import { readSignIn } from '#lib/reading.ts';
import type { Role } from '#prisma/generated/enums.ts';

declare const fromLiveSession: unique symbol;

/**
 * Who is asking, in which council, with the roles they hold today. Only `getViewer` makes one,
 * from a session that is alive in the database; the council comes from membership, never from a form.
 */
export type Viewer = {
  readonly personId: string;
  readonly name: string;
  readonly councilId: string;
  readonly council: {
    slug: string;
    name: string;
    shortName: string;
    /** ONS code of the authority. */
    code: string;
    colour: string;
    demo: boolean;
    /** Empty while the council is being set up. */
    readyOn: Date | null;
  } & CouncilSettings;
  readonly roles: readonly Role[];
  readonly [fromLiveSession]: true;
};

type Row = Omit<Viewer, 'council' | typeof fromLiveSession> & Viewer['council'];

/** The viewer in this council; null without a live session or without a role in it today. One query. */
export const getViewer = cache(async (slug: string): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const [row] = await readSignIn<Row[]>`
    SELECT p.id AS "personId", p.name, c.id AS "councilId", c.slug, c.name AS "councilName", c."shortName", c.code,
           c.colour, c.demo, c.vocabulary, c.rules, c.statuses, c.language,
           c."roleNames", c.contact, c."readyOn", array_agg(DISTINCT m.role::text) AS roles
      FROM "Session" s
      JOIN "Person" p ON p."userId" = s."userId"
      JOIN "Council" c ON c.id = p."councilId"
      JOIN "Membership" m ON m."councilId" = c.id AND m."personId" = p.id
     WHERE s."sessionToken" = ${token} AND s.expires > now() AND c.slug = ${slug}
       AND m."startsOn" <= london_today() AND (m."endsOn" IS NULL OR m."endsOn" >= london_today())
       AND (p."leftOn" IS NULL OR p."leftOn" >= london_today())
     GROUP BY p."councilId", p.id, c.id`;
  if (!row) return null;
  const { personId, name, councilId, roles, councilName, ...council } = row as Row & { councilName: string };
  return {
    personId,
    name,
    councilId,
    roles,
    council: { ...council, name: councilName, ...councilSettings.parse(council) },
  } as Viewer;
});

/** For pages: signs in who is not signed in; a council that is not theirs is not found. */
export async function requireViewer(slug: string): Promise<Viewer> {
  const viewer = await getViewer(slug);
  if (viewer) return viewer;
  if (await isSignedIn()) notFound();
  const path = (await headers()).get('x-path') ?? `/${slug}`;
  redirect(`/sign-in?to=${encodeURIComponent(path)}`);
}

/** True while the cookie names a live session, in whatever council. */
export async function isSignedIn(): Promise<boolean> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return false;
  const session = await authClient().session.findUnique({
    where: { sessionToken: token },
    select: { expires: true },
  });
  return session !== null && session.expires > new Date();
}
