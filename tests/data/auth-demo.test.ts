import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { browser, destination, post } from '#tests/setup/request.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);

/** The code as it runs with this setting: settings are read once. */
async function withDemo(value: '1' | '0') {
  vi.stubEnv('PLEDGEBOARD_DEMO', value);
  vi.resetModules();
  return {
    ...(await import('#lib/auth/demo.ts')),
    ...(await import('#lib/auth/viewer.ts')),
    ...(await import('#lib/mail/files.ts')),
  };
}

beforeEach(async () => {
  browser.forget();
  await authClient().session.deleteMany();
});

const anyPerson = async () => (await authClient().person.findFirstOrThrow({ where: { name: 'Health lead' } })).id;

describe('the demonstration', () => {
  it('lists its cast, one for each role, and signs in as who was chosen', async () => {
    const { listCast, getViewer } = await withDemo('1');
    const [portsmouth, ...others] = await listCast();
    expect(others.map(({ council }) => council)).toEqual(['Rotherham Metropolitan Borough Council']);
    expect(portsmouth?.people).toHaveLength(12);
    expect(portsmouth?.people[0]?.name).toBe('Strategy officer');
    const lead = portsmouth?.people.find(({ name }) => name === 'Health lead');
    expect(lead?.does).toContain('health');
    expect(await post('demo', { person: lead?.personId ?? '' })).toBe('/portsmouth');
    expect(await getViewer('portsmouth')).toMatchObject({ name: 'Health lead', roles: ['lead'] });
    expect(await getViewer('elsewhere')).toBeNull();
  });

  it('knows nobody else', async () => {
    await withDemo('1');
    for (const person of ['', 'nonsense', '00000000-0000-4000-8000-000000000000']) {
      expect(await post('demo', { person })).toBe('/sign-in');
    }
    expect(await authClient().session.count()).toBe(0);
  });

  it('is not there when it is switched off', async () => {
    const { listCast, getCastMember, listMails } = await withDemo('0');
    const person = await anyPerson();
    const doors = [listCast(), getCastMember(person), listMails()].map(destination);
    const forms = [post('demo', { person }), post('demo', {})];
    expect(new Set(await Promise.all([...doors, ...forms]))).toEqual(new Set(['404']));
    expect(await authClient().session.count()).toBe(0);
  });
});
