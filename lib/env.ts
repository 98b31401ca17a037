import { z } from 'zod';
import { normaliseAddress } from '#lib/auth/rules.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
  .optional();
const webUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
});
const text = z.string().max(1_000, 'is too long').optional();
const isOn = z.enum(['1', '0'], 'must be 1 (on) or 0 (off)').transform((value) => value === '1');

const addresses = z
  .string()
  .max(5_000, 'is too long')
  .transform((list) => list.split(',').map(normaliseAddress))
  .refine(
    (list): list is string[] => list.every((one) => one !== null),
    'must be email addresses with commas between them',
  );

const shape = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_APP_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl,
  DATABASE_WORKER_URL: databaseUrl,
  PLEDGEBOARD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; "openssl rand -base64 48" makes a good one')
    .optional(),
  PLEDGEBOARD_URL: webUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).optional(),
  PLEDGEBOARD_DATA_DIR: z.string().default('.data'),
  PLEDGEBOARD_DEMO: isOn.optional(),
  /** Who may set up a council: addresses with commas between them. */
  PLEDGEBOARD_OPERATORS: addresses.default([]),
  PLEDGEBOARD_BENCH: isOn.default(false),
  /** For tests: a file that holds the time that the product goes by. Refused without demonstration content. */
  PLEDGEBOARD_CLOCK: text,
  /** How many proxies of ours stand in front: so many entries of X-Forwarded-For are believed. */
  PLEDGEBOARD_PROXIES: z.coerce.number('must be a number').int().min(0).max(9).default(0),
  /** How often one network may ask the public API in a minute. */
  PLEDGEBOARD_API_PER_MINUTE: z.coerce.number('must be a number').int().min(1).max(100_000).default(120),
  /** The largest file of published figures that is taken, in MB. */
  PLEDGEBOARD_IMPORT_MB: z.coerce.number('must be a number').int().min(1).max(100_000).default(2_048),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: text,
  OIDC_ISSUER: webUrl.optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
});

const secretNeeded =
  'PLEDGEBOARD_SECRET is not set: a database of your own needs it. "openssl rand -base64 48" makes a good one.';
const demoRefused =
  'PLEDGEBOARD_DEMO=1 lets anyone sign in as anybody, so it is refused with a database on another machine: set PLEDGEBOARD_DEMO=0 or leave it out.';
const clockRefused =
  'PLEDGEBOARD_CLOCK moves the clock of the product and is for tests alone: leave it out, or set PLEDGEBOARD_DEMO=1.';

/**
 * What the product was told by its surroundings, checked as a whole. An empty value counts as unset.
 * @throws CannotStart that names the variable and says how to mend it; values are never repeated, they may be secret.
 */
export function readSettings(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new CannotStart(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '));
  }
  const set = parsed.data;
  const isEmbedded = !set.DATABASE_URL && !set.DATABASE_APP_URL;
  allOrNone(set, ['DATABASE_APP_URL', 'DATABASE_AUTH_URL']);
  allOrNone(set, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  allOrNone(set, ['SMTP_URL', 'MAIL_FROM']);
  if (!isEmbedded && !set.PLEDGEBOARD_SECRET) throw new CannotStart(secretNeeded);
  const urls = [set.DATABASE_URL, set.DATABASE_APP_URL, set.DATABASE_AUTH_URL, set.DATABASE_WORKER_URL];
  if (set.PLEDGEBOARD_DEMO && !urls.every(isOnThisMachine)) throw new CannotStart(demoRefused);
  if (set.PLEDGEBOARD_CLOCK && !(set.PLEDGEBOARD_DEMO ?? isEmbedded)) throw new CannotStart(clockRefused);
  const port = set.PORT ?? 3000;
  return Object.freeze({
    ...set,
    PORT: port,
    PLEDGEBOARD_URL: set.PLEDGEBOARD_URL ?? `http://localhost:${port}`,
    PLEDGEBOARD_DEMO: set.PLEDGEBOARD_DEMO ?? isEmbedded,
    isEmbedded,
    isPortChosen: set.PORT !== undefined,
    isUrlChosen: set.PLEDGEBOARD_URL !== undefined,
  });
}

export type Settings = ReturnType<typeof readSettings>;
type Needed = 'DATABASE_APP_URL' | 'DATABASE_AUTH_URL' | 'PLEDGEBOARD_SECRET';
type Env = Settings & { readonly [name in Needed]: string };

function allOrNone(set: z.infer<typeof shape>, names: (keyof z.infer<typeof shape>)[]): void {
  const missing = names.filter((name) => set[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  throw new CannotStart(`${missing.join(' and ')} is not set: ${names.join(', ')} go together, set all or none.`);
}

/** pg lets `?host=` win over the host of the address, so both must be this machine. */
function isOnThisMachine(databaseUrl: string | undefined): boolean {
  if (!databaseUrl) return true;
  const url = new URL(databaseUrl);
  const hosts = [url.hostname, ...url.searchParams.getAll('host')];
  return hosts.every((host) => /^(|localhost|127(\.\d+){3}|\[?::1\]?|\/.*)$/.test(decodeURIComponent(host)));
}

let parsed: Env | undefined;

/** What the app runs with. `npm start` gives it three values that a person need not set. */
function readEnv(): Env {
  const settings = readSettings(process.env);
  for (const name of ['DATABASE_APP_URL', 'DATABASE_AUTH_URL', 'PLEDGEBOARD_SECRET'] as const) {
    if (!settings[name])
      throw new CannotStart(`${name} is not set: start the product with "npm start", which sets it.`);
  }
  return settings as Env;
}

/** The app's settings, frozen, read at first use: a build imports this without having any. */
export const env: Env = new Proxy(Object.freeze({}) as Env, {
  get(_, name) {
    parsed ??= readEnv();
    return Reflect.get(parsed, name);
  },
});

/** Everything the process was given, for handing parts of it to a child process. */
export const surroundings: NodeJS.ProcessEnv = process.env;
