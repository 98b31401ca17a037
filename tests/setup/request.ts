/** One browser and its next request, for code that asks Next for cookies and headers. Use with vi.mock. */
type Cookie = { name: string; value: string; maxAge?: number };

const jar = new Map<string, string>();
const sent = new Headers();
const afterwards: (() => unknown)[] = [];

export const browser = {
  jar,
  /** Headers of the next request. */
  sent,
  /** A browser that was never here, on one of our own pages. */
  forget(): void {
    jar.clear();
    afterwards.length = 0;
    for (const [name] of Array.from(sent)) sent.delete(name);
    sent.set('host', 'localhost:3000');
    sent.set('origin', 'http://localhost:3000');
    sent.set('x-forwarded-for', '192.0.2.1');
  },
  /** How much was put off until after the answer. */
  waiting: () => afterwards.length,
  /** Does what was put off until after the answer. */
  async finish(): Promise<void> {
    for (const work of afterwards.splice(0)) await work();
  },
};

browser.forget();

/** In place of next/headers. */
export const nextHeaders = {
  headers: async () => sent,
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set(cookie: Cookie | string, value = '', options: { maxAge?: number } = {}) {
      const { name, ...rest } = typeof cookie === 'string' ? { name: cookie, value, ...options } : cookie;
      if (rest.maxAge === 0) jar.delete(name);
      else jar.set(name, rest.value);
    },
  }),
};

/** In place of `after` of next/server. */
export const after = (work: () => unknown): void => void afterwards.push(work);

/** Where an action sent the browser, or 404; undefined when it returned. */
export async function destination(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return thrownDestination(error);
  }
}

function thrownDestination(error: unknown): string | undefined {
  const { digest = '' } = error as { digest?: string };
  if (digest.startsWith('NEXT_REDIRECT;')) return digest.split(';')[2];
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return '404';
  throw error;
}

/** A form with these fields. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Sends one of the forms that sign in or out, as a browser does; where it sends the browser, or the status. */
export async function post(way: string, fields: Record<string, string>): Promise<string> {
  const { POST } = await import('#app/api/auth/[...nextauth]/route.ts');
  const body = String(new URLSearchParams(fields));
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  const request = new Request(`http://localhost:3000/api/auth/${way}`, { method: 'POST', body, headers });
  const params = Promise.resolve({ nextauth: way.split('/') });
  try {
    const answer = await POST(request, { params });
    return answer.headers.get('location') ?? String(answer.status);
  } catch (error) {
    return String(thrownDestination(error));
  }
}
