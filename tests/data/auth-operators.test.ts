import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getFounder } from '#lib/auth/founders.ts';
import { isKnownAddress, maySignIn } from '#lib/auth/known.ts';
import { startSession } from '#lib/auth/sessions.ts';
import { ways } from '#lib/auth/ways.ts';
import { authClient } from '#lib/db.ts';
import { browser } from '#tests/setup/request.ts';

process.env.PLEDGEBOARD_OPERATORS = 'First@council.example';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.mock('next/server', async (original) => ({ ...(await original<object>()), after: () => {} }));
// Each call is a request of its own.
vi.mock('react', async (original) => ({ ...(await original<object>()), cache: (work: unknown) => work }));

const users = (email: string) => authClient().user.findMany({ where: { email } });

beforeEach(() => browser.forget());

describe('an operator', () => {
  it('is known before anybody has added them, by link and by account, and is one user', async () => {
    expect(await users('first@council.example')).toEqual([]);
    expect(await isKnownAddress('first@council.example')).toBe(true);
    const account = { type: 'oauth', provider: 'oidc', providerAccountId: 'somebody' } as const;
    expect(await maySignIn(account, 'first@council.example')).toBe(true);
    expect(await users('first@council.example')).toHaveLength(1);
  });

  it('may set up a council once signed in, and a stranger is not known by that', async () => {
    expect(await getFounder()).toBeNull();
    const [operator] = await users('first@council.example');
    await startSession(operator?.id ?? '');
    expect(await getFounder()).toEqual({ userId: operator?.id, address: 'first@council.example' });
    expect(await isKnownAddress('second@council.example')).toBe(false);
    expect(await users('second@council.example')).toEqual([]);
  });
});

it('the demonstration has one who may, and its other people may not', async () => {
  expect(await ways['demo-founder']?.(new FormData())).toBe('/set-up');
  expect((await getFounder())?.address).toBe('founder@pledgeboard.example');
  const [member] = await users('board-chair@portsmouth.example');
  await startSession(member?.id ?? '');
  expect(await getFounder()).toBeNull();
});
