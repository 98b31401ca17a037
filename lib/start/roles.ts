import type pg from 'pg';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { withClient } from '#lib/start/owner.ts';
import { derive } from '#lib/start/secrets.ts';

/** The roles that the migrations make; lib/db.ts says what the first two are for, the third owns the queue of jobs. */
const roleNames = { app: 'pledgeboard_app', auth: 'pledgeboard_auth', worker: 'pledgeboard_worker' } as const;

export type RoleUrls = { appUrl: string; authUrl: string; workerUrl: string };

/** Refuses an owner that is more than an owner, or that could not make the roles. */
export async function checkOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT rolsuper, rolcreaterole, rolbypassrls, current_setting('server_version_num')::int / 10000 AS version,
            (SELECT count(*)::int FROM pg_roles WHERE rolname = ANY ($1)) AS made
       FROM pg_roles WHERE rolname = current_user`,
    [Object.values(roleNames)],
  );
  const [owner] = rows;
  if (owner.version < 15) {
    throw new CannotStart(`DATABASE_URL leads to PostgreSQL ${owner.version}: Pledgeboard needs 15 or newer.`);
  }
  if (owner.rolsuper || owner.rolbypassrls) {
    throw new CannotStart(
      "The user of DATABASE_URL is a superuser or passes row level security, and Pledgeboard never runs as one: make one with CREATE ROLE pledgeboard_owner LOGIN CREATEROLE PASSWORD '…', give it the database with ALTER DATABASE … OWNER TO pledgeboard_owner, and name it in DATABASE_URL.",
    );
  }
  if (!owner.rolcreaterole && owner.made < Object.keys(roleNames).length) {
    throw new CannotStart(
      `The user of DATABASE_URL may not make roles: give it CREATEROLE, or make the roles ${Object.values(roleNames).join(', ')} for it.`,
    );
  }
}

/** The addresses of the roles, with passwords that follow from the secret. */
export function roleUrls(ownerUrl: string, secret: string): RoleUrls {
  const urlOf = (role: string) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = derive(secret, role);
    return url.href;
  };
  return { appUrl: urlOf(roleNames.app), authUrl: urlOf(roleNames.auth), workerUrl: urlOf(roleNames.worker) };
}

/** Lets the roles sign in with those passwords. Call it under the lock, after the migrations. */
export async function openRoles(client: pg.Client, ownerUrl: string, secret: string): Promise<RoleUrls> {
  for (const role of Object.values(roleNames)) {
    const password = client.escapeLiteral(derive(secret, role));
    try {
      await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${password}`);
      await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} SET timezone TO 'UTC'`);
    } catch (error) {
      throw new CannotStart(
        `The user of DATABASE_URL may not let ${role} sign in (${(error as Error).message}): set DATABASE_APP_URL, DATABASE_AUTH_URL and DATABASE_WORKER_URL to addresses with passwords of your own.`,
      );
    }
  }
  return roleUrls(ownerUrl, secret);
}

/** What the wall between councils stands on: no role may pass row level security or own a table of a council; and UTC. */
export async function checkWalls({ appUrl, authUrl, workerUrl }: RoleUrls): Promise<void> {
  const urls = { DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, DATABASE_WORKER_URL: workerUrl };
  for (const [name, url] of Object.entries(urls)) {
    await withClient(url, async (client) => {
      const { rows } = await client.query(
        `SELECT rolname, rolsuper OR rolbypassrls AS passes, current_setting('timezone') AS timezone,
                EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                         WHERE nspname = 'public' AND pg_has_role(current_user, relowner, 'MEMBER')) AS owns
           FROM pg_roles WHERE rolname = current_user`,
      );
      const [role] = rows;
      // Prisma's adapter takes every time of day that it reads for UTC.
      if (!/^(Etc\/)?UTC$/.test(role.timezone)) {
        throw new CannotStart(
          `${name} signs in with the time zone ${role.timezone}: run ALTER ROLE ${role.rolname} SET timezone TO 'UTC'.`,
        );
      }
      if (role.passes || role.owns) {
        throw new CannotStart(
          `${name} signs in as ${role.rolname}, which passes row level security or owns tables: name a role that does neither.`,
        );
      }
    });
  }
}
