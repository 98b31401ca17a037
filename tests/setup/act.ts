import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { FormAction, FormState } from '#lib/form-state.ts';
import { database } from '#tests/setup/database.ts';
import { formOf } from '#tests/setup/request.ts';

/**
 * Real mutations and queries as a person of the demo cast, with a real session row. A test file that uses it begins with
 *   vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
 *   vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
 * Each act is a request of its own, so that several people can act at the same time.
 */
type Request = { headers: Headers; token: string | null };
const request = new AsyncLocalStorage<Request>();

const current = () => {
  const found = request.getStore();
  if (!found) throw new Error('outside actAs: nobody is asking');
  return found;
};

/** In place of next/headers. */
export const nextHeaders = {
  headers: async () => current().headers,
  cookies: async () => {
    const { token } = current();
    return { get: (name: string) => (token ? { name, value: token } : undefined) };
  },
};

/** What came of it: where it led, or what the form shows; `refused` and `notFound` for the other two ways to end. */
export type Answer = { to: string | null; state: FormState; notFound: boolean };

type Options = { origin?: string | null; key?: string };

/**
 * Sends a form of the council Portsmouth.
 * @param personKey such as "home-lead"; null for nobody
 * @param options.key the idempotency key, to send the same form twice
 */
export async function actAs(
  personKey: string | null,
  mutation: FormAction,
  fields: Record<string, string | number | File | readonly string[]>,
  { origin = 'http://localhost:3000', key = crypto.randomUUID() }: Options = {},
): Promise<Answer> {
  const form = formOf({ council: 'portsmouth', idempotencyKey: key });
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value) form.append(name, one);
    else form.set(name, value instanceof File ? value : String(value));
  }
  const headers = new Headers({ host: 'localhost:3000', ...(origin && { origin }) });
  return as(personKey, headers, async () => {
    try {
      return { to: null, state: await mutation(null, form), notFound: false };
    } catch (error) {
      const digest = (error as { digest?: string }).digest ?? '';
      if (digest.startsWith('NEXT_REDIRECT;')) {
        return { to: digest.split(';')[2] ?? '', state: null, notFound: false };
      }
      if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return { to: null, state: null, notFound: true };
      throw error;
    }
  });
}

/** Runs reads, such as `getViewer`, as this person. */
export async function readAs<T>(personKey: string | null, read: () => Promise<T>): Promise<T> {
  return as(personKey, new Headers({ host: 'localhost:3000' }), read);
}

async function as<T>(personKey: string | null, headers: Headers, work: () => Promise<T>): Promise<T> {
  return request.run({ headers, token: personKey && (await signIn(personKey)) }, work);
}

const tokens = new Map<string, string>();

/** A live session of this person, made at first use. @throws when the cast has nobody of this key */
async function signIn(personKey: string): Promise<string> {
  const known = tokens.get(personKey);
  if (known) return known;
  const token = crypto.randomUUID();
  tokens.set(personKey, token);
  const { rowCount } = await sql(
    database.authUrl,
    `INSERT INTO "Session" (id, "sessionToken", "userId", expires)
     SELECT gen_random_uuid(), $1, id, now() + interval '1 hour' FROM "User" WHERE email = $2`,
    [token, `${personKey}@portsmouth.example`],
  );
  if (rowCount !== 1) throw new Error(`nobody in the demo cast is called ${personKey}`);
  return token;
}

/** One statement as the owner of the database, inside Portsmouth. */
export async function inPortsmouth<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(database.authUrl);
  await client.connect();
  const { rows } = await client.query(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
  await client.end();
  return (await sql<Row>(database.ownerUrl, text, values, rows[0].id)).rows;
}

async function sql<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[], council?: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    if (council) await client.query(`SELECT set_config('app.council', $1, false)`, [council]);
    return await client.query<Row>(text, values);
  } finally {
    await client.end();
  }
}
