import { describe, expect, it, vi } from 'vitest';
import {
  addIndicator,
  confirmPolarity,
  saveIndicatorCare,
  saveIndicatorWords,
  saveMeaning,
} from '#lib/indicators/editing/mutations.ts';
import { saveLinks } from '#lib/indicators/links/mutations.ts';
import { setTarget } from '#lib/indicators/targets/mutations.ts';
import { settings } from '#tests/data/figures-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const officer = 'strategy-officer';
const meaning = {
  unit: '%',
  cohort: 'everybody',
  numeratorMeaning: 'Some',
  denominatorMeaning: 'All',
  periodType: 'financialQuarter',
  decimals: 1,
};

describe('a figure of the council’s own', () => {
  it('is added with a new source, unconfirmed, and only by the administrator', async () => {
    const typed = {
      ...meaning,
      title: 'Laughed this week',
      question: 'How many laughed?',
      source: '',
      sourceName: 'Our survey',
      sourceLicence: 'Our own',
      polarity: 'high',
    };
    expect((await actAs('health-lead', addIndicator, typed)).state?.message).toMatch(/role does not allow/);
    const noLicence = await actAs(officer, addIndicator, { ...typed, sourceLicence: '' });
    expect(noLicence.state?.errors).toHaveProperty('sourceLicence');
    expect((await actAs(officer, addIndicator, typed)).to).toMatch(/settings\/indicators\/laughed-this-week\?saved=/);
    const { definition } = await settings('laughed-this-week');
    expect(definition).toMatchObject({
      version: 1,
      decimals: 1,
      polarity: 'high',
      polarityConfirmedById: null,
      source: { licence: 'Our own' },
    });
    expect((await actAs(officer, addIndicator, typed)).to).toMatch(/laughed-this-week-2/);
    expect((await actAs(officer, addIndicator, { ...typed, title: 'Workbook' })).to).toMatch(
      /indicators\/workbook-2\?/,
    );
  });

  it('changes its meaning in place while there are no values', async () => {
    const { meaning: stands } = await settings('laughed-this-week');
    const answer = await actAs(officer, saveMeaning, {
      ...meaning,
      source: stands.fields.source,
      decimals: 0,
      shown: stands.shown,
      indicator: 'laughed-this-week',
    });
    expect(answer.state).toBeNull();
    expect((await settings('laughed-this-week')).versions).toHaveLength(1);
  });
});

describe('what a figure means', () => {
  const key = 'immunisations';
  it('is corrected in wording without a new version; who saves late is told', async () => {
    const { words } = await settings(key);
    const first = await actAs(officer, saveIndicatorWords, {
      ...words.fields,
      title: 'Immunisations',
      shown: words.shown,
      indicator: key,
    });
    expect(first.state).toBeNull();
    const late = await actAs(officer, saveIndicatorWords, {
      ...words.fields,
      title: 'Jabs',
      shown: words.shown,
      indicator: key,
    });
    expect(late.state?.theirs).toMatchObject({ title: 'Immunisations' });
    expect((await settings(key)).versions).toHaveLength(1);
  });

  it('begins a new version once it has values: with a reason, a day, and nothing confirmed', async () => {
    const { meaning: stands, definition } = await settings(key);
    expect(definition.polarityConfirmedById).not.toBeNull();
    const typed = { ...stands.fields, cohort: 'all children in care', shown: stands.shown, indicator: key };
    const unsaid = await actAs(officer, saveMeaning, typed);
    expect(unsaid.state?.errors).toEqual({ breakReason: expect.any(String), startsOn: expect.any(String) });
    const early = await actAs(officer, saveMeaning, { ...typed, breakReason: 'Wider.', startsOn: '2018-04-01' });
    expect(early.state?.errors).toEqual({ startsOn: expect.stringMatching(/2018-04-02/) });
    const done = await actAs(officer, saveMeaning, { ...typed, breakReason: 'Wider.', startsOn: '2025-04-01' });
    expect(done.state).toBeNull();
    const now = await settings(key);
    expect(now.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(now.definition).toMatchObject({
      breakReason: 'Wider.',
      cohort: 'all children in care',
      polarityConfirmedById: null,
    });
    expect(now.targets).toEqual([]);
    expect(now.versions[1]).toMatchObject({ cohort: definition.cohort });
    const again = await actAs(officer, saveMeaning, {
      ...now.meaning.fields,
      shown: now.meaning.shown,
      indicator: key,
    });
    expect(again.state?.message).toMatch(/Nothing of what is counted was changed/);
  });
});

it('which way is good is confirmed under a name, and is in the trail', async () => {
  const key = 'drugs-alcohol-need';
  const { polarity, definition } = await settings(key);
  expect(definition.polarityConfirmedById).toBeNull();
  const typed = { polarity: 'low', polarityNote: 'Looked at by us.', shown: polarity.shown, indicator: key };
  expect((await actAs('board-chair', confirmPolarity, typed)).state?.message).toMatch(/role does not allow/);
  expect((await actAs(officer, confirmPolarity, typed)).state).toBeNull();
  expect((await settings(key)).definition.polarityConfirmedBy?.name).toBe('Strategy officer');
  const trail = await inPortsmouth(`SELECT 1 FROM "AuditEvent" WHERE operation = 'confirmPolarity' AND subject = $1`, [
    `${key}: low`,
  ]);
  expect(trail).toHaveLength(1);
});

it('targets are added and superseded, and never changed', async () => {
  const key = 'dental-check';
  const before = (await settings(key)).targets;
  expect(before.map(({ value, isSuperseded }) => [value, isSuperseded])).toEqual([
    [88, false],
    [85, true],
    [92, false],
  ]);
  const typed = { indicator: key, value: '90', tolerance: '2.5', dueOn: '2026-03-31', reason: 'The board decided.' };
  expect((await actAs('health-lead', setTarget, typed)).state?.message).toMatch(/role does not allow/);
  expect((await actAs(officer, setTarget, { ...typed, value: '101' })).state?.errors).toHaveProperty('value');
  expect((await actAs(officer, setTarget, { ...typed, reason: '' })).state?.errors).toHaveProperty('reason');
  expect((await actAs(officer, setTarget, typed)).state).toBeNull();
  expect((await actAs(officer, setTarget, typed)).state?.message).toMatch(/stands already/);
  const after = (await settings(key)).targets;
  expect(after.filter(({ dueOn, isSuperseded }) => dueOn === '2026-03-31' && !isSuperseded)).toMatchObject([
    { value: 90, tolerance: 2.5, setBy: 'Strategy officer' },
  ]);
  expect(after).toHaveLength(4);
  const aimless = await actAs(officer, setTarget, { ...typed, indicator: 'children-in-care-rate' });
  expect(aimless.state?.message).toMatch(/nothing to aim for/);
});

it('an owner, a day and a starting point are set; a day without its period is refused', async () => {
  const key = 'drugs-alcohol-need';
  const { care, expected } = await settings(key);
  expect(expected?.freshness.sentence).toMatch(/nobody owns it/);
  const [health] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Person" WHERE name = 'Health lead'`);
  const typed = {
    ...care.fields,
    owner: health?.id ?? '',
    expectedAfterMonths: '9',
    baselinePeriod: '31 March 2022',
    shown: care.shown,
    indicator: key,
  };
  expect(
    (await actAs(officer, saveIndicatorCare, { ...typed, baselinePeriod: '', baselineValue: '3' })).state?.errors,
  ).toHaveProperty('baselinePeriod');
  expect((await actAs(officer, saveIndicatorCare, typed)).state).toBeNull();
  const now = await settings(key);
  expect(now.definition).toMatchObject({ expectedAfterMonths: 9, baselinePeriod: '2022' });
  expect(now.expected?.freshness.sentence).toMatch(/Health lead/);
});

it('links are ticked and taken away; a figure goes last in a new theme', async () => {
  const key = 'attainment-8';
  const { links } = await settings(key);
  const health = links.options.themes.find(({ label }) => label === 'Health')?.value ?? '';
  const promise = links.options.promises[0]?.value ?? '';
  const typed = {
    ...links.fields,
    themes: [...links.fields.themes, health],
    promises: [promise],
    shown: links.shown,
    indicator: key,
  };
  expect((await actAs(officer, saveLinks, typed)).state).toBeNull();
  expect((await actAs(officer, saveLinks, typed)).state?.message).toMatch(/somebody else/);
  const orders = await inPortsmouth<{ key: string }>(
    `SELECT i.key FROM "ThemeIndicator" t JOIN "Indicator" i ON i.id = t."indicatorId" WHERE t."themeId" = $1 ORDER BY t."order" DESC LIMIT 1`,
    [health],
  );
  expect(orders).toEqual([{ key }]);
  const now = (await settings(key)).links;
  expect(now.fields.promises).toEqual([promise]);
  const gone = { ...typed, themes: links.fields.themes, promises: [], shown: now.shown };
  expect((await actAs(officer, saveLinks, gone)).state).toBeNull();
  expect((await settings(key)).links.fields).toMatchObject({ promises: [], themes: links.fields.themes });
  const foreign = { ...gone, promises: [crypto.randomUUID()], shown: (await settings(key)).links.shown };
  expect((await actAs(officer, saveLinks, foreign)).state?.message).toMatch(/not there any more/);
});
