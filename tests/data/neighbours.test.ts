import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requireViewer, type Viewer } from '#lib/auth/viewer.ts';
import { getJudgement } from '#lib/indicators/judging/queries.ts';
import { judgement } from '#lib/indicators/judging/rules.ts';
import { getIndicator } from '#lib/indicators/queries.ts';
import { modelsOf } from '#lib/neighbours/models.ts';
import { chooseModel, chooseNeighbours } from '#lib/neighbours/mutations.ts';
import { readPeers } from '#lib/neighbours/peers.ts';
import { getNeighbourSettings } from '#lib/neighbours/queries.ts';
import { noneHeld } from '#lib/neighbours/rules.ts';
import { readInCouncil } from '#lib/reading.ts';
import { actAs, inCouncilNamed, inPortsmouth, readAs } from '#tests/setup/act.ts';
import { makeAreas, makeIndicator, record } from './neighbours-made.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const own = 'E06000044';
const ten =
  modelsOf(own)
    .at(-1)
    ?.members.map(({ areaCode }) => areaCode) ?? [];
let viewer: Viewer;
let officer: Viewer;

beforeAll(async () => {
  viewer = await readAs('board-member', () => requireViewer('portsmouth'));
  officer = await readAs('strategy-officer', () => requireViewer('portsmouth'));
  await makeAreas();
  await makeIndicator('eleven');
  const values = ten.map((code, at) => ({ code, value: at === 0 ? 70 : 90 }));
  await record('eleven', 2025, [{ code: own, value: 84 }, ...values], new Date('2025-11-21'));
});

const figureOf = async (key: string) => (await getIndicator(viewer, key)).figure;
const peersOf = async (key: string, asOf = new Date()) =>
  (await readInCouncil(viewer.councilId, (db) => readPeers(db, asOf, { keys: [key] })))[0];

describe('the sets that a council starts with', () => {
  it.each([
    ['portsmouth', own],
    ['rotherham', 'E08000018'],
  ])('%s has both models, as they were published', async (slug, code) => {
    const rows = await inCouncilNamed<{ model: string; from: string; list: string }>(
      slug,
      `SELECT s.model, s."startsOn"::text AS from, string_agg(n."areaCode" || ' ' || n.closeness, ', ' ORDER BY n."order") AS list
         FROM "NeighbourSet" s JOIN "Neighbour" n ON n."councilId" = s."councilId" AND n."setId" = s.id
        WHERE s."councilId" = current_council() GROUP BY s.id, s.model, s."startsOn" ORDER BY s."startsOn"`,
    );
    expect(rows).toEqual(
      modelsOf(code).map(({ model, startsOn, members }) => ({
        model,
        from: startsOn,
        list: members.map((member) => `${member.areaCode} ${member.closeness}`).join(', '),
      })),
    );
  });

  it('says honestly that no figure of a neighbour is held', async () => {
    expect((await figureOf('yearly-health-check')).neighbours).toMatchObject({
      n: 0,
      of: 10,
      mean: null,
      sentence: noneHeld,
    });
  });
});

describe('the rule page', () => {
  it('names who set the target and the tolerance, when and why, and who decided on small numbers', async () => {
    await inPortsmouth(
      `INSERT INTO "Target" ("councilId", id, "definitionId", "dueOn", value, tolerance, "setById", "setOn", reason)
       SELECT d."councilId", gen_random_uuid(), d.id, '2025-03-31', 90, 2, (SELECT id FROM "Person" WHERE name = $1 LIMIT 1), '2024-05-01', 'The board said so.'
         FROM "Definition" d JOIN "Indicator" i ON i.id = d."indicatorId" WHERE i.key = 'eleven'`,
      [officer.name],
    );
    const { figure, decided, members } = await getJudgement(viewer, 'eleven');
    expect(figure.targetVerdict).toMatchObject({ state: 'missed' });
    const sections = judgement(figure, decided);
    const facts = Object.fromEntries(sections.flatMap(({ facts: all }) => all));
    expect(facts).toMatchObject({
      Target: '90% by 31 March 2025',
      Tolerance: '2 percentage points',
      'Set by': `${officer.name}, 1 May 2024`,
      Mean: expect.stringContaining('10 of 10 have a figure'),
      Place: expect.stringContaining('10th of 11'),
    });
    expect(members).toHaveLength(10);
    expect(members[0]).toMatchObject({ name: 'Sheffield', closeness: 'Very close', point: { value: 70 } });
    await expect(getJudgement(viewer, 'nothing')).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
  });
});

describe('choosing councils', () => {
  const choice = { name: 'By the sea', reason: 'Port cities.', region7: ['E06000045', 'E06000043', 'E06000046', own] };

  it('is for the administrator, holds from today, and leaves the past as it was', async () => {
    expect((await actAs('board-member', chooseNeighbours, choice)).state?.message).toBe(
      'Your role does not allow this.',
    );
    expect((await actAs('strategy-officer', chooseNeighbours, choice)).to).toContain('/settings/neighbours');
    const { sets } = await getNeighbourSettings(officer);
    expect(sets[0]).toMatchObject({ name: 'By the sea', isInUse: true, chosenBy: { name: officer.name } });
    expect(sets[0]?.members).toHaveLength(3);
    expect(await peersOf('eleven')).toMatchObject({ set: { name: 'By the sea', size: 3 }, neighbours: { n: 1 } });
    const yesterday = new Date(Date.now() - 26 * 3_600_000);
    expect(await peersOf('eleven', yesterday)).toMatchObject({ set: { model: '2025' } });
  });

  it('refuses too few and a name that is taken', async () => {
    expect(
      (
        await actAs('strategy-officer', chooseNeighbours, {
          ...choice,
          name: 'Two',
          region7: ['E06000045', 'E06000043'],
        })
      ).state?.message,
    ).toContain('You chose 2');
    expect((await actAs('strategy-officer', chooseNeighbours, choice)).state?.errors).toHaveProperty('name');
    expect((await actAs('strategy-officer', chooseNeighbours, { ...choice, region7: ['E99999999'] })).to).toBeNull();
  });

  it('leads back to a model, once', async () => {
    expect((await actAs('strategy-officer', chooseModel, { model: '2025' })).to).toContain('/settings/neighbours');
    expect(await peersOf('eleven')).toMatchObject({ set: { model: '2025', size: 10 } });
    expect((await actAs('strategy-officer', chooseModel, { model: '2025' })).state?.message).toContain(
      'in use already',
    );
    expect((await actAs('strategy-officer', chooseModel, { model: '1999' })).to).toBeNull();
  });
});
