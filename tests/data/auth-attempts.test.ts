import pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { database } from '#tests/setup/database.ts';
import { browser } from '#tests/setup/request.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
const { claimForAddress, claimForNetwork, currentNetwork, giveBack } = await import('#lib/auth/attempts.ts');

const rows = () => authClient().signInAttempt.findMany();
const age = (minutes: number) =>
  authClient().signInAttempt.updateMany({ data: { at: new Date(Date.now() - minutes * 60_000) } });

/** Keeps each entry open for a moment, so that whoever counts meanwhile without waiting counts too few. */
async function slowEntries(): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END';
    CREATE TRIGGER slowly BEFORE INSERT ON "SignInAttempt" FOR EACH ROW EXECUTE FUNCTION slowly()`);
  await owner.end();
}

beforeEach(async () => {
  browser.forget();
  await authClient().signInAttempt.deleteMany();
});

describe('attempts to sign in', () => {
  it('are counted for each network and each address on their own', async () => {
    for (let n = 0; n < 10; n++) await claimForNetwork('192.0.2.1');
    expect(await claimForNetwork('192.0.2.1')).toBe(false);
    expect(await claimForNetwork('192.0.2.2')).toBe(true);
    expect(await claimForAddress('192.0.2.1')).toBe(true);
  });

  it('count for five minutes, and are then forgotten', async () => {
    for (let n = 0; n < 10; n++) await claimForAddress('somebody@council.example');
    await age(4.9);
    expect(await claimForAddress('somebody@council.example')).toBe(false);
    await age(5.1);
    expect(await claimForAddress('somebody@council.example')).toBe(true);
    expect(await rows()).toHaveLength(1);
  });

  it('are given back one by one, so that a whole board behind one address can sign in', async () => {
    for (let n = 0; n < 30; n++) {
      expect(await claimForNetwork('192.0.2.1')).toBe(true);
      await giveBack('192.0.2.1');
    }
    await claimForNetwork('192.0.2.1');
    await giveBack('192.0.2.9');
    expect(await rows()).toHaveLength(1);
  });

  it('leave no address behind', async () => {
    await claimForAddress('somebody@council.example');
    await claimForNetwork('192.0.2.1');
    expect(JSON.stringify(await rows())).not.toMatch(/somebody|192\.0\.2/);
  });

  it('believe no more of X-Forwarded-For than our own proxies wrote', async () => {
    browser.sent.set('x-forwarded-for', '203.0.113.1, 192.0.2.77');
    expect(await currentNetwork()).toBe('192.0.2.77');
  });

  it('are ten in five minutes, also when forty come at the same moment', async () => {
    await slowEntries();
    const answers = await Promise.all(Array.from({ length: 40 }, () => claimForNetwork('192.0.2.1')));
    expect(answers.filter(Boolean)).toHaveLength(10);
    expect(await rows()).toHaveLength(10);
  });
});
