import { expect, it, vi } from 'vitest';
import { linkStatistic } from '#lib/strategies/printed/mutations.ts';
import { getPrinted } from '#lib/strategies/printed/queries.ts';
import { readBy } from '#tests/data/figures-acting.ts';
import { actAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const printed = (key = '2023-26') => readBy('board-member', (viewer) => getPrinted(viewer, key));

it('lays what the strategy prints beside what the Department publishes for 31 March 2022', async () => {
  const { linked, others } = await printed();
  expect(
    linked.map(({ order, value, comparable, state, period }) => [order, value, comparable?.value, state, period]),
  ).toEqual([
    [14, 386, 386, 'same', '31 March 2022'],
    [16, 73, 72, 'differs', '31 March 2022'],
    [19, 9, 9, 'same', '31 March 2022'],
    [20, 128, 128, 'same', '31 March 2022'],
    [23, 8, null, 'hidden', 'academic year 2021/22'],
    [24, 70, 70, 'same', '31 March 2022'],
    [25, 91, 91, 'same', '31 March 2022'],
  ]);
  const sentence = (order: number) => linked.find((one) => one.order === order)?.sentence;
  expect(sentence(16)).toBe(
    'Printed 73%, published 72%: the published figure is 1 percentage point lower. England: printed 71%, published 71%. The South East: printed 70%, published 70%.',
  );
  expect(sentence(19)).toMatch(/England: printed 10%, published 10%\. The South East: printed 12%, published 12%\./);
  expect(sentence(24)).toBe(
    'The two are the same: 70%. The printed number holds for “In education, training or work, ages 17 to 18” only. “In education, training or work, ages 19 to 21” was 55%, and 55% in England. England: printed 66%, published 66%.',
  );
  expect(sentence(25)).toBe(
    'The two are the same: 91%. The printed number holds for “Lived in suitable accommodation, ages 17 to 18” only. “Lived in suitable accommodation, ages 19 to 21” was 81%, and 88% in England.',
  );
  expect(linked.length + others.length).toBe(26);
  // What the source hides does not come back through the page.
  expect(linked.find(({ order }) => order === 23)?.published).toMatchObject({ value: null, numerator: null });
});

it('of the strategy before nothing is published here for its days; all 35 are counted', async () => {
  const { linked, others } = await printed('2017-20');
  expect([linked.length, others.length]).toEqual([0, 35]);
});

it('is linked by the administrator alone, and the link can be taken away', async () => {
  const [first] = (await printed()).others;
  const form = { statistic: first?.id ?? '', indicator: 'children-in-care-number', also: '', period: '31/03/2023' };
  expect((await actAs('health-lead', linkStatistic, form)).state?.message).toMatch(/role does not allow/);
  expect((await actAs('strategy-officer', linkStatistic, { ...form, period: '2031' })).state?.errors).toHaveProperty(
    'period',
  );
  expect(
    (await actAs('strategy-officer', linkStatistic, { ...form, also: form.indicator })).state?.errors,
  ).toHaveProperty('also');
  expect((await actAs('strategy-officer', linkStatistic, form)).state).toBeNull();
  expect((await printed()).linked).toHaveLength(8);
  expect((await actAs('strategy-officer', linkStatistic, { ...form, indicator: '', period: '' })).state).toBeNull();
  expect((await printed()).linked).toHaveLength(7);
});
