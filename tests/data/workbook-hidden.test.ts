import { expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { getWorkbookContent } from '#lib/workbook/queries.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);

const printed = async () => {
  const viewer = (await readAs('strategy-officer', () => getViewer('portsmouth'))) as Viewer;
  return (await getWorkbookContent(viewer, '2023-26')).statistics;
};

it('a printed number that is small under the rule of today leaves in no workbook', async () => {
  const before = await printed();
  const [one] = before.filter(({ value }) => value !== null);
  if (!one) throw new Error('the strategy prints no number any more');
  await inPortsmouth(
    `UPDATE "Statistic" SET value = 2, unit = '%', numerator = 3, denominator = 150 FROM "Strategy" s
      WHERE s.id = "strategyId" AND s.key = '2023-26' AND "order" = $1`,
    [one.order],
  );
  const after = await printed();
  expect(after.find(({ order }) => order === one.order)).toMatchObject({
    value: null,
    symbol: 'c',
    numerator: null,
    denominator: null,
  });
  expect(after.filter(({ order }) => order !== one.order)).toEqual(before.filter(({ order }) => order !== one.order));
});
