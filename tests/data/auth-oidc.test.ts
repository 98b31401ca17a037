import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { client, startOidcProvider } from '#tests/setup/oidc.ts';
import { browser, destination, post } from '#tests/setup/request.ts';

const member = 'board-member@portsmouth.example';
const people = {
  member: { email: member, email_verified: true },
  successor: { email: member, email_verified: true },
  claimant: { email: member, email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
  nameless: {},
  entra: { tid: 'directory', oid: 'person', email: 'board-chair@portsmouth.example', xms_edov: true },
};
const appUrl = 'http://localhost:3000';
const provider = await startOidcProvider({ people, appUrl });
afterAll(provider.stop);
Object.assign(process.env, {
  PLEDGEBOARD_URL: appUrl,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
});

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const { getViewer, isSignedIn } = await import('#lib/auth/viewer.ts');
const { GET } = await import('#app/api/auth/[...nextauth]/route.ts');

/** What a browser does at the provider, from its first page to the address it is sent back to. */
async function chooseAtProvider(address: string, name: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  let form: URLSearchParams | undefined;
  while (!next.startsWith(appUrl)) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      jar.set(key, value);
    }
    form = answer.ok ? new URLSearchParams({ name }) : undefined;
    if (!answer.ok) next = new URL(answer.headers.get('location') ?? '', next).href;
  }
  return next;
}

const start = () => post('provider', { to: '/portsmouth/promises' });
const back = (address: string) => {
  const params = Promise.resolve({ nextauth: new URL(address).pathname.split('/').slice(3) });
  return destination(GET(new Request(address), { params }));
};
const signIn = async (name: string) => back(await chooseAtProvider(await start(), name));

beforeEach(async () => {
  browser.forget();
  await authClient().account.deleteMany();
  await authClient().session.deleteMany();
});

describe('the council’s own accounts', () => {
  it('ask with PKCE, state and nonce', async () => {
    const asked = new URL(await start()).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name), name).toMatch(/^.{20,}$/);
  });

  it('sign in whom an administrator added, and remember the account, not the address', async () => {
    expect(await signIn('member')).toBe('/portsmouth/promises');
    expect((await getViewer('portsmouth'))?.name).toBe('Board member');
    expect([...browser.jar.keys()]).toEqual(['pledgeboard-session']);
    const [account] = await authClient().account.findMany();
    expect(account?.providerAccountId).toBe(`${provider.issuer}|member`);

    browser.forget();
    people.member.email = 'married-name@portsmouth.example';
    expect(await signIn('member')).toBe('/portsmouth/promises');
    people.member.email = member;
    expect(await authClient().account.count()).toBe(1);
  });

  it('are known by directory and person where the provider says those', async () => {
    expect(await signIn('entra')).toBe('/portsmouth/promises');
    expect((await authClient().account.findFirstOrThrow()).providerAccountId).toBe('directory|person');
  });

  it('open nothing for an address that is not verified, or that nobody added', async () => {
    const users = await authClient().user.count();
    for (const name of ['claimant', 'stranger', 'nameless']) {
      expect(await signIn(name), name).toBe('/sign-in?problem=stranger');
      expect(await isSignedIn(), name).toBe(false);
      browser.forget();
    }
    expect([await authClient().user.count(), await authClient().account.count()]).toEqual([users, 0]);
  });

  it('do not pass to whoever is given the address next', async () => {
    await signIn('member');
    browser.forget();
    expect(await signIn('successor')).toBe('/sign-in?problem=stranger');
  });

  it('never join the account of one person to another who is signed in', async () => {
    await signIn('member');
    expect(await signIn('stranger')).toBe('/sign-in?problem=stranger');
    await signIn('entra');
    expect((await getViewer('portsmouth'))?.name).toBe('Chair of the board');
    expect([await authClient().account.count(), await authClient().session.count()]).toEqual([2, 1]);
  });

  it('refuse an answer with another state, another browser’s answer, and the same answer twice', async () => {
    const answer = await chooseAtProvider(await start(), 'member');
    const kept = [...browser.jar];
    expect(await back(answer.replace(/state=[^&]+/, 'state=other'))).toBe('/sign-in?problem=provider');
    browser.forget();
    expect(await back(answer)).toBe('/sign-in?problem=provider');
    for (const [name, value] of kept) browser.jar.set(name, value);
    expect(await back(answer)).toBe('/portsmouth/promises');
    for (const [name, value] of kept) browser.jar.set(name, value);
    browser.jar.delete('pledgeboard-session');
    expect(await back(answer)).toBe('/sign-in?problem=provider');
  });
});

it('next-auth has no other public address, and no form may be of any size', async () => {
  const paths = 'signin signin/email callback/email csrf session providers error signout _log toString'.split(' ');
  for (const path of paths) {
    const params = Promise.resolve({ nextauth: path.split('/') });
    const answer = await GET(new Request(`${appUrl}/api/auth/${path}`), { params });
    expect([answer.status, await post(path, {})], path).toEqual([404, '404']);
  }
  expect(await post('link', { token: 'x'.repeat(20_000) })).toBe('413');
});
