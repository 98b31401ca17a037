import { describe, expect, it } from 'vitest';
import { day } from '#lib/calendar/rules.ts';
import { inForce } from '#lib/strategies/rules.ts';
import { inPortsmouth } from '#tests/setup/act.ts';

describe('the strategy in force', () => {
  it('is the same one for the database and for the rule, on any day', async () => {
    await inPortsmouth(
      `INSERT INTO "Strategy" ("councilId", id, key, title, "startsOn", "endsOn")
       SELECT id, gen_random_uuid(), 'next', 'Next', '2027-01-01', '2029-12-31' FROM "Council"`,
    );
    const strategies = await inPortsmouth<{ id: string; startsOn: Date; endsOn: Date }>(
      `SELECT id, ("startsOn" || 'T00:00Z')::timestamptz AS "startsOn", ("endsOn" || 'T00:00Z')::timestamptz AS "endsOn"
         FROM "Strategy" ORDER BY id`,
    );
    const found = new Set<string>();
    for (const on of [
      '2001-01-01',
      '2017-08-31',
      '2019-05-05',
      '2022-12-31',
      '2023-01-01',
      '2026-12-31',
      '2027-01-01',
      '2044-01-01',
    ]) {
      const [row] = await inPortsmouth<{ id: string }>('SELECT strategy_in_force($1::date) AS id', [on]);
      expect(row?.id, on).toBe(inForce(strategies, day(on))?.id);
      found.add(row?.id ?? '');
    }
    expect(found.size).toBe(strategies.length);
  });
});
