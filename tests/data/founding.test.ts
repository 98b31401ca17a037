import pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { endSession } from '#lib/auth/sessions.ts';
import { ways } from '#lib/auth/ways.ts';
import { makeCouncil } from '#lib/councils/actions.ts';
import type { FormState } from '#lib/form-state.ts';
import { inCouncilNamed } from '#tests/setup/act.ts';
import { database } from '#tests/setup/database.ts';
import { browser, destination, formOf } from '#tests/setup/request.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.mock('next/server', async (original) => ({ ...(await original<object>()), after: () => {} }));

const fields = {
  code: 'E08000035',
  name: 'Leeds City Council',
  shortName: 'Leeds',
  slug: 'leeds',
  colour: '#1f5673',
  administrator: 'Strategy officer',
};
const founderIn = async () => {
  browser.forget();
  await ways['demo-founder']?.(new FormData());
};

/** Sends the form; where it leads, or what it shows. */
async function send(more: Partial<typeof fields>, key: string = crypto.randomUUID()) {
  let state: FormState = null;
  const work = async () => {
    state = await makeCouncil(null, formOf({ ...fields, ...more, idempotencyKey: key }));
  };
  const to = await destination(work());
  return { to, state: state as FormState };
}

/** As signing in sees it: which councils there are. */
async function councils(slug: string) {
  const client = new pg.Client(database.authUrl);
  await client.connect();
  const { rows } = await client.query(
    `SELECT c.slug, c.name, p.name AS administrator, m.role::text FROM "Council" c
       JOIN "Person" p ON p."councilId" = c.id JOIN "Membership" m ON m."councilId" = c.id AND m."personId" = p.id
      WHERE c.slug = $1`,
    [slug],
  );
  await client.end();
  return rows;
}

beforeEach(founderIn);

describe('setting up a council', () => {
  it('makes it with its first administrator, and leads to its settings', async () => {
    expect(await send({})).toEqual({ to: '/leeds/settings?made=1', state: null });
    expect(await councils('leeds')).toEqual([
      { slug: 'leeds', name: 'Leeds City Council', administrator: 'Strategy officer', role: 'administrator' },
    ]);
  });

  it('fills in what was left empty from the authority', async () => {
    const empty = { name: '', shortName: '', slug: '' };
    expect((await send({ code: 'E06000010', ...empty })).to).toBe('/kingston-upon-hull-city-of/settings?made=1');
    expect((await councils('kingston-upon-hull-city-of'))[0]?.name).toBe('Kingston upon Hull, City of Council');
  });

  it('gives it its region and both models of neighbours, ten councils each', async () => {
    await send({ code: 'E09000007', slug: 'camden' });
    const [found] = await inCouncilNamed(
      'camden',
      `SELECT c."regionCode", array_agg(s.model || ' ' || (SELECT count(*) FROM "Neighbour" n WHERE n."setId" = s.id) ORDER BY s.model) AS sets
         FROM "Council" c JOIN "NeighbourSet" s ON s."councilId" = c.id WHERE c.id = current_council() GROUP BY c.id`,
    );
    expect(found).toEqual({ regionCode: 'E12000007', sets: ['2021 10', '2025 10'] });
  });

  it('twice by the same form makes one, at the same moment too', async () => {
    const key = crypto.randomUUID();
    const twice = { code: 'E08000003', slug: 'manchester' };
    const answers = await Promise.all([send(twice, key), send(twice, key), send(twice, key)]);
    expect(answers.map(({ to }) => to)).toEqual(Array(3).fill('/manchester/settings?made=1'));
    expect(await councils('manchester')).toHaveLength(1);
  });

  it('of an authority that is here says so, and keeps what was typed', async () => {
    const { to, state } = await send({ code: 'E06000044', slug: 'another' });
    expect(to).toBeUndefined();
    expect(state?.message).toMatch(/Portsmouth City Council is here already/);
    expect(state?.values).toMatchObject({ slug: 'another', administrator: 'Strategy officer' });
    expect(await councils('another')).toEqual([]);
  });

  it('by two people at once makes one council of an authority', async () => {
    const answers = await Promise.all([
      send({ code: 'E08000025', slug: 'one' }),
      send({ code: 'E08000025', slug: 'two' }),
    ]);
    expect(answers.filter(({ to }) => to)).toHaveLength(1);
    expect(answers.filter(({ state }) => state?.errors.code)).toHaveLength(1);
  });

  it.each([
    [{ slug: 'portsmouth', code: 'E08000012' }, 'slug', /is taken/],
    [{ slug: 'sign-in' }, 'slug', /Pledgeboard needs this address/],
    [{ slug: 'A b' }, 'slug', /small letters/],
    [{ code: 'E99999999' }, 'code', /from the list/],
    [{ colour: 'red' }, 'colour', /six digits/],
    [{ administrator: '  ' }, 'administrator', /what the screen should call you/],
    [{ name: 'x'.repeat(200) }, 'name', /under 120/],
  ] as const)('with %o says how to mend it', async (wrong, field, said) => {
    const { to, state } = await send(wrong);
    expect(to).toBeUndefined();
    expect(state?.errors[field]).toMatch(said);
  });

  it('signed out, from another site, or without a key makes nothing', async () => {
    const other = { code: 'E06000001', slug: 'hartlepool' };
    browser.sent.set('origin', 'https://elsewhere.example');
    expect((await send(other)).state?.message).toMatch(/another site/);
    browser.sent.delete('origin');
    expect((await send(other)).state?.message).toMatch(/another site/);
    await founderIn();
    expect((await send(other, 'no key')).state?.message).toMatch(/not complete/);
    await endSession();
    expect((await send(other)).state?.message).toMatch(/signed out/);
    expect(await councils('hartlepool')).toEqual([]);
  });

  it('is not for a member of a council who is no operator', async () => {
    browser.forget();
    const client = new pg.Client(database.authUrl);
    await client.connect();
    const { rows } = await client.query(`SELECT id FROM "User" WHERE email = 'strategy-officer@portsmouth.example'`);
    await client.end();
    const { startSession } = await import('#lib/auth/sessions.ts');
    await startSession(rows[0].id);
    expect((await send({ code: 'E06000001', slug: 'hartlepool' })).state?.message).toMatch(/may not set up/);
    expect(await councils('hartlepool')).toEqual([]);
  });
});
