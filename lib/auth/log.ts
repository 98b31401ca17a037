import 'server-only';

const isShortCode = (value: unknown): value is string => typeof value === 'string' && /^\w{1,60}$/.test(value);

/**
 * One line for the log: what went wrong and the kind of error. Never its message: those of mail servers, identity
 * providers and databases quote addresses and tokens.
 */
export function logProblem(what: string, detail?: unknown): void {
  const { name, code, error, message } = unwrap(detail);
  // Of an OAuth error the message begins with its code, such as invalid_client.
  const oauthCode = typeof message === 'string' ? /^[a-z]+(_[a-z]+)+\b/.exec(message)?.[0] : undefined;
  const words = [name, code, error, oauthCode].filter(isShortCode);
  process.stderr.write(`sign-in: ${[what, ...words].join(' ')}\n`);
}

type Thrown = { name?: unknown; message?: unknown; code?: unknown; error?: unknown };

/** next-auth hands over either the error itself or an object that holds it. */
function unwrap(detail: unknown): Thrown {
  if (typeof detail !== 'object' || detail === null) return {};
  const { error }: Thrown = detail;
  return typeof error === 'object' && error !== null ? error : detail;
}
