import { expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { addDays } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { decideRule, saveSource } from '#lib/disclosure/mutations.ts';
import { getDisclosureSettings } from '#lib/disclosure/queries.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { readInCouncil } from '#lib/reading.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const officer = 'strategy-officer';
const viewerOf = (key: string) => readAs(key, () => getViewer('portsmouth')) as Promise<Viewer>;
const settings = async () => readAs(officer, async () => getDisclosureSettings(await viewerOf(officer)));
const usual = { threshold: 5, zeros: 'shown', roundTo: 1, minimumDenominator: 0, protectsRest: 'yes' };
const inDays = (days: number) => isoDay(addDays(clock(), days));

it('the council’s rule holds at once, everywhere, and who decided on it and why stays with it', async () => {
  const { council } = await settings();
  const form = { ...usual, shown: council.shown, source: '', threshold: 8, reason: 'The board asked for it.' };
  expect((await actAs(officer, decideRule, form)).to).toMatch(/settings\/disclosure\?saved=/);
  const after = (await settings()).council;
  expect(after.rule).toMatchObject({ threshold: 8, reason: 'The board asked for it.' });
  expect(after.rule?.decidedBy?.name).toBe((await viewerOf(officer)).name);
  expect(after.history).toMatchObject([{ threshold: 5 }]);
  expect((await viewerOf('board-member')).council.rules.disclosureThreshold).toBe(8);
  await inPortsmouth(`
    INSERT INTO "DisclosureRule" ("councilId", id, "startsOn", threshold, reason, "decidedOn")
    SELECT id, 'ffffffff-ffff-7fff-bfff-ffffffffffff', '2020-01-01', 3, 'Written down late.', '2020-01-01'
      FROM "Council" WHERE slug = 'portsmouth'`);
  const inForce = await inPortsmouth(
    `SELECT threshold FROM "Council", disclosure_rule_in_force("Council".id, NULL) WHERE slug = 'portsmouth'`,
  );
  expect(inForce).toEqual([{ threshold: 8 }]);
  const late = await actAs(officer, decideRule, { ...form, threshold: 6 });
  expect(late.state?.message).toMatch(/somebody else changed this/);
  expect(late.state?.theirs).toMatchObject({ threshold: '8', shown: after.shown });
});

it('a source’s rule goes before the council’s from its day on, and hides more of its figures', async () => {
  const { sources } = await settings();
  const own = sources.find(({ now }) => now.name.includes('made up'));
  const published = sources.find(({ now }) => now.name.includes('Children looked after'));
  if (!own || !published) throw new Error('the seed has lost its sources');
  const latest = async (key: string) => {
    const [id] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
    const soon = new Date(clock().getTime() + 60_000);
    const [one] = await readInCouncil(id?.id ?? '', (db) => readIndicators(db, soon, { keys: [key] }));
    return one?.versions[0]?.areas.find(({ kind }) => kind === 'council')?.points.at(-1);
  };
  const form = { ...usual, source: own.id, shown: own.shown, roundTo: 10, reason: 'As the health service does.' };
  const early = await actAs(officer, decideRule, { ...form, startsOn: inDays(-1) });
  expect(early.state?.errors.startsOn).toMatch(/today or a later day/);
  await actAs(officer, decideRule, { ...form, startsOn: inDays(3) });
  expect((await latest('children-in-care-own-count'))?.value).toBe(391);
  const coming = (await settings()).sources.find(({ id }) => id === own.id);
  expect(coming?.coming).toMatchObject([{ roundTo: 10 }]);
  const again = { ...form, shown: coming?.shown ?? '', startsOn: inDays(0) };
  expect((await actAs(officer, decideRule, again)).state).toBeNull();
  expect((await latest('children-in-care-own-count'))?.value).toBe(390);

  const group = (await latest('learning-or-work-17-18'))?.denominator ?? 0;
  const strict = {
    ...usual,
    source: published.id,
    shown: published.shown,
    minimumDenominator: group + 1,
    reason: 'Few.',
  };
  expect((await actAs(officer, decideRule, { ...strict, startsOn: inDays(0) })).state).toBeNull();
  expect(await latest('learning-or-work-17-18')).toMatchObject({ value: null, numerator: null, symbol: 'c' });
});

it('a source keeps its licence and its address, and a name of its own', async () => {
  const [one, other] = (await settings()).sources;
  if (!one || !other) throw new Error('the seed has lost its sources');
  const form = { shown: one.shownSource, source: one.id, name: one.now.name, licence: 'Open Government Licence v3.0' };
  const wrong = await actAs(officer, saveSource, { ...form, address: 'javascript:alert(1)' });
  expect(wrong.state?.errors.address).toMatch(/whole address/);
  const taken = await actAs(officer, saveSource, { ...form, name: other.now.name, address: '' });
  expect(taken.state?.errors.name).toMatch(/Another source has this name/);
  await actAs(officer, saveSource, { ...form, address: 'https://www.gov.uk/statistics' });
  expect((await settings()).sources[0]?.now).toMatchObject({ address: 'https://www.gov.uk/statistics' });
});

it('nobody else decides or sees it, and no rule is without a reason', async () => {
  const { council } = await settings();
  const form = { ...usual, shown: council.shown, source: '', reason: 'Because.' };
  for (const person of ['home-lead', 'board-member', 'board-chair']) {
    expect((await actAs(person, decideRule, form)).state?.message).toBe('Your role does not allow this.');
    await expect(readAs(person, async () => getDisclosureSettings(await viewerOf(person)))).rejects.toThrow(
      /forbidden/,
    );
  }
  const bare = await actAs(officer, decideRule, { ...form, reason: ' ', threshold: 21, roundTo: 7 });
  expect(Object.keys(bare.state?.errors ?? {}).toSorted()).toEqual(['reason', 'roundTo', 'threshold']);
  const foreign = await actAs(officer, decideRule, { ...form, source: crypto.randomUUID() });
  expect(foreign.notFound).toBe(true);
  const rows = await inPortsmouth(`SELECT 1 FROM "AuditEvent" WHERE operation = 'decideRule'`);
  expect(rows).toHaveLength(4);
});
