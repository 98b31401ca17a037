import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient, inCouncil } from '#lib/db.ts';
import { readMail } from '#lib/mail/rules.ts';
import { browser, destination, formOf, post } from '#tests/setup/request.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'pledgeboard-mail-'));
Object.assign(process.env, { PLEDGEBOARD_DATA_DIR: dataDir, PLEDGEBOARD_URL: 'http://localhost:3000' });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.mock('next/server', async (original) => ({
  ...(await original<object>()),
  after: (await import('#tests/setup/request.ts')).after,
}));
const { listMyCouncils } = await import('#lib/auth/councils.ts');
const { requestLink } = await import('#lib/auth/actions.ts');
const { getViewer, isSignedIn } = await import('#lib/auth/viewer.ts');

const member = 'board-member@portsmouth.example';
const mails = () => {
  const folder = join(dataDir, 'mail');
  try {
    const names = readdirSync(folder).toSorted();
    return names.map((name) => readMail(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return [];
  }
};
const ask = (email: string, to = '/portsmouth/promises') => destination(requestLink(null, formOf({ email, to })));
const linkOf = (mail = mails().at(-1)) => new URL(/http\S+/.exec(mail?.text ?? '')?.[0] ?? '');
const open = (link: URL) => post('link', Object.fromEntries(link.searchParams));

async function mailed(): Promise<URL> {
  await ask(member);
  await browser.finish();
  return linkOf();
}

beforeEach(async () => {
  browser.forget();
  rmSync(join(dataDir, 'mail'), { recursive: true, force: true });
  await authClient().signInAttempt.deleteMany();
  await authClient().verificationToken.deleteMany();
  await authClient().session.deleteMany();
});

describe('a link by mail', () => {
  it('signs in, once, and leads where its owner wanted to go', async () => {
    const link = await mailed();
    expect(link.pathname).toBe('/sign-in/link');
    expect(link.href).not.toContain('board-member');
    expect(await open(link)).toBe('/portsmouth/promises');
    expect((await getViewer('portsmouth'))?.name).toBe('Board member');
    expect([...browser.jar.keys()]).toEqual(['pledgeboard-session']);
    browser.forget();
    expect(await open(link)).toBe('/sign-in?problem=link');
    expect(await isSignedIn()).toBe(false);
  });

  it('lets one in when two open it at the same moment', async () => {
    const link = await mailed();
    await Promise.all(Array.from({ length: 8 }, () => open(link)));
    expect(await authClient().session.count()).toBe(1);
  });

  it('works for ten minutes', async () => {
    const link = await mailed();
    const { expires } = await authClient().verificationToken.findFirstOrThrow();
    const left = expires.getTime() - Date.now();
    expect(left).toBeGreaterThan(9.9 * 60_000);
    expect(left).toBeLessThanOrEqual(10 * 60_000);
    await authClient().verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect(await open(link)).toBe('/sign-in?problem=link');
  });

  it('is not in the database: only its hash', async () => {
    const token = (await mailed()).searchParams.get('token') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await authClient().verificationToken.findMany())).not.toContain(token);
  });

  it('leads to no other site', async () => {
    await ask(member, '//evil.example');
    await browser.finish();
    const link = linkOf();
    expect(link.searchParams.has('to')).toBe(false);
    link.searchParams.set('to', 'https://evil.example');
    expect(await open(link)).toBe('/');
  });
});

describe('the answer', () => {
  it('is the same for known and unknown addresses, and nothing is looked up before it', async () => {
    const users = await authClient().user.count();
    expect(await ask('nobody@portsmouth.example')).toBe('/sign-in/sent');
    expect(await ask(member)).toBe('/sign-in/sent');
    expect([browser.waiting(), mails().length, await authClient().verificationToken.count()]).toEqual([2, 0, 0]);
    await browser.finish();
    expect(mails().map((mail) => mail.to)).toEqual([member]);
    expect(await authClient().user.count()).toBe(users);
  });

  it('to what is no address says so and keeps it', async () => {
    const state = await requestLink(null, formOf({ email: 'board member' }));
    expect(state?.errors.email).toContain('Enter an email address');
    expect(state?.values.email).toBe('board member');
    expect(await authClient().signInAttempt.count()).toBe(0);
  });
});

describe('a siege', () => {
  it('of one network ends after ten, whatever it types; another network is not touched', async () => {
    for (let n = 0; n < 10; n++) expect(await ask(`guess-${n}@portsmouth.example`)).toBe('/sign-in/sent');
    const state = await requestLink(null, formOf({ email: member }));
    expect(state?.message).toContain('Wait 5 minutes');
    browser.sent.set('x-forwarded-for', '198.51.100.1');
    expect(await ask(member)).toBe('/sign-in/sent');
  });

  it('of one address from many networks sends ten mails, and its owner still gets in', async () => {
    for (let n = 0; n < 25; n++) {
      browser.sent.set('x-forwarded-for', `198.51.100.${n}`);
      expect(await ask(member)).toBe('/sign-in/sent');
    }
    await browser.finish();
    expect(mails()).toHaveLength(10);
    expect(await open(linkOf(mails()[0]))).toBe('/portsmouth/promises');
    expect(await isSignedIn()).toBe(true);
  });
});

it('the front page knows the councils in which its reader holds a role today, and nothing of nobody', async () => {
  expect(await listMyCouncils()).toBeNull();
  await open(await mailed());
  expect(await listMyCouncils()).toEqual([{ slug: 'portsmouth', name: 'Portsmouth City Council' }]);
  const { id } = await authClient().council.findFirstOrThrow({ select: { id: true } });
  const extend = (endsOn: Date | null) => inCouncil(id, (db) => db.membership.updateMany({ data: { endsOn } }));
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
  await inCouncil(id, (db) => db.membership.updateMany({ data: { startsOn: yesterday } }));
  await extend(yesterday);
  expect([await listMyCouncils(), await isSignedIn(), await getViewer('portsmouth')]).toEqual([[], true, null]);
  await extend(null);
});

describe('a session', () => {
  it('lasts eight hours and ends at once when its row goes', async () => {
    await open(await mailed());
    const { expires, sessionToken } = await authClient().session.findFirstOrThrow();
    expect(Math.round((expires.getTime() - Date.now()) / 60_000)).toBe(8 * 60);
    expect(Buffer.from(sessionToken, 'base64url')).toHaveLength(32);
    await authClient().session.deleteMany();
    expect([await isSignedIn(), await getViewer('portsmouth')]).toEqual([false, null]);
  });

  it('that ran out is none', async () => {
    await open(await mailed());
    await authClient().session.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect([await isSignedIn(), await getViewer('portsmouth')]).toEqual([false, null]);
  });

  it('is ended by signing out, for whoever else holds the cookie too', async () => {
    await open(await mailed());
    const copy = [...browser.jar];
    expect(await post('sign-out', {})).toBe('/');
    expect(browser.jar.size).toBe(0);
    for (const [name, value] of copy) browser.jar.set(name, value);
    expect(await isSignedIn()).toBe(false);
  });

  it('is replaced, never doubled, by signing in again', async () => {
    await open(await mailed());
    await open(await mailed());
    expect(await authClient().session.count()).toBe(1);
  });
});

it('a form from elsewhere, or without an origin, does nothing', async () => {
  for (const origin of [undefined, 'null', 'https://evil.example', 'http://localhost:3001']) {
    if (origin) browser.sent.set('origin', origin);
    else browser.sent.delete('origin');
    expect(await ask(member)).toBe('/sign-in?problem=elsewhere');
    expect(await post('sign-out', {})).toBe('/sign-in?problem=elsewhere');
    expect(await open(new URL('http://localhost:3000/?token=x'))).toBe('/sign-in?problem=elsewhere');
  }
  expect([browser.waiting(), await authClient().signInAttempt.count()]).toEqual([0, 0]);
});
