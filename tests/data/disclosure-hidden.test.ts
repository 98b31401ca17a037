import { expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { getHidden } from '#lib/disclosure/hidden.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);

const viewerOf = (key: string) => readAs(key, () => getViewer('portsmouth')) as Promise<Viewer>;
const hiddenFor = (key: string) => readAs(key, async () => getHidden(await viewerOf(key)));

it('an officer sees what is hidden as it is stored, why, by which rule, and leaves a trace', async () => {
  const sources = await hiddenFor('strategy-officer');
  const own = sources.find(({ source }) => source.includes('made up'));
  expect(own).toMatchObject({ isOwn: true, rule: { threshold: 5, protectsRest: true } });
  const both = own?.numbers.filter(({ among }) => among.startsWith('Children in care by age and sex')) ?? [];
  expect(both.map(({ among, value, because }) => [among.split(': ')[1], value, because])).toEqual(
    expect.arrayContaining([
      ['Under 1, Boys', 3, 'small'],
      ['Under 1, Girls', 8, 'protects'],
    ]),
  );
  expect(both).toHaveLength(4);
  const published = sources.find(({ source }) => source.includes('Children looked after'));
  expect(published?.numbers.length).toBeGreaterThan(10);
  expect(published?.numbers.every(({ value, because }) => value === null && because === 'source')).toBe(true);
  const trail = await inPortsmouth<{ subject: string }>(
    `SELECT subject FROM "AuditEvent" WHERE operation = 'seeHidden'`,
  );
  expect(trail).toEqual([{ subject: `${sources.flatMap(({ numbers }) => numbers).length} numbers` }]);
});

it('nobody else does', async () => {
  for (const person of ['board-member', 'home-lead', 'board-chair', 'scrutiny-viewer']) {
    await expect(hiddenFor(person)).rejects.toThrow(/forbidden/);
  }
});
