import pg from 'pg';
import { CannotStart } from '#lib/start/cannot-start.ts';

/** Runs `work` on one connection of its own. */
export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the role and the database that everything else runs with, unless they are there. It is the only
 * thing that is ever done as superuser.
 */
export async function prepareOwner({ superuserUrl, ownerUrl }: { superuserUrl: string; ownerUrl: string }) {
  if (await canSignIn(ownerUrl)) return;
  const { username, password, pathname } = new URL(ownerUrl);
  const database = pathname.slice(1);
  try {
    await withClient(superuserUrl, async (client) => {
      const role = client.escapeIdentifier(username);
      if (!(await exists(client, 'SELECT FROM pg_roles WHERE rolname = $1', username))) {
        await client.query(
          `CREATE ROLE ${role} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
        );
      }
      if (!(await exists(client, 'SELECT FROM pg_database WHERE datname = $1', database))) {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role}`);
      }
    });
  } catch (error) {
    throw wrongPassword(error) ? secretsDoNotFit() : error;
  }
  if (!(await canSignIn(ownerUrl))) throw secretsDoNotFit();
}

function secretsDoNotFit(): CannotStart {
  return new CannotStart(
    'The passwords in secrets.json do not fit the database beside it: nothing was changed; put the file back as it was, from a backup.',
  );
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

function wrongPassword(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '28P01';
}

async function canSignIn(databaseUrl: string): Promise<boolean> {
  try {
    await withClient(databaseUrl, (client) => client.query('SELECT 1'));
    return true;
  } catch (error) {
    const isRefused = error instanceof pg.DatabaseError && ['28P01', '3D000'].includes(error.code ?? '');
    if (isRefused) return false;
    throw error;
  }
}
