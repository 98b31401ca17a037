import { describe, expect, it, vi } from 'vitest';
import { getViewer } from '#lib/auth/viewer.ts';
import { getRound } from '#lib/rounds/overview.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);

describe('a round', () => {
  it('asks about the strategy in force, and of whom the nearest lead is', async () => {
    await inPortsmouth(`INSERT INTO "Priority" ("councilId", id, "strategyId", key, "shortTitle", title, vision, outcome,
        "publishedOrder", "displayOrder")
      SELECT "councilId", gen_random_uuid(), id, 'past', 'Past', 'Past', '', '', 1, 1 FROM "Strategy" WHERE key = '2017-20'`);
    await inPortsmouth(`INSERT INTO "Commitment" ("councilId", id, "priorityId", number, ref, slug, title, wording,
        "publishedOrder", "displayOrder")
      SELECT "councilId", gen_random_uuid(), id, 1, 'Past 1', 'past-1', 'Past', 'Past', 1, 1 FROM "Priority" WHERE key = 'past'`);
    await inPortsmouth(`INSERT INTO "Commitment" ("councilId", id, "priorityId", "parentId", number, ref, slug, title, wording,
        "publishedOrder", "displayOrder")
      SELECT "councilId", gen_random_uuid(), "priorityId", id, 99, 'Home 4 a', 'home-4a', 'Part', 'Part', 99, 99
        FROM "Commitment" WHERE slug = 'home-4'`);
    const rounds = await inPortsmouth<{ id: string }>(
      `SELECT id FROM "Round" WHERE "opensOn" <= current_date ORDER BY "opensOn" DESC LIMIT 1`,
    );
    const { commitments } = await readAs('strategy-officer', async () => {
      const viewer = await getViewer('portsmouth');
      if (!viewer) throw new Error('nobody');
      return getRound(viewer, rounds[0]?.id ?? '');
    });
    expect(commitments.map(({ slug }) => slug)).not.toContain('past-1');
    expect(commitments.find(({ slug }) => slug === 'home-4a')?.leadNames).toBe('Home lead');
  });
});
