import { describe, expect, it } from 'vitest';
import { inForce, inOrder, priorityOrder } from '#lib/strategies/rules.ts';

describe('the order of priorities', () => {
  it('is the published one unless the other is asked for', () => {
    expect(['display', 'published', 'x', undefined, ['display']].map(priorityOrder)).toEqual([
      'display',
      'published',
      'published',
      'published',
      'published',
    ]);
  });

  it('sorts without changing what it was given', () => {
    const rows = [
      { publishedOrder: 2, displayOrder: 1 },
      { publishedOrder: 1, displayOrder: 2 },
    ];
    expect(inOrder(rows, 'published').map((row) => row.publishedOrder)).toEqual([1, 2]);
    expect(inOrder(rows, 'display').map((row) => row.publishedOrder)).toEqual([2, 1]);
    expect(rows[0]?.publishedOrder).toBe(2);
  });
});

describe('the strategy in force', () => {
  const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
  const earlier = { startsOn: day('2020-01-01'), endsOn: day('2022-12-31') };
  const later = { startsOn: day('2023-01-01'), endsOn: day('2026-12-31') };

  it('is the last one that has begun', () => {
    expect(inForce([later, earlier], day('2022-06-01'))).toBe(earlier);
    expect(inForce([earlier, later], day('2026-11-21'))).toBe(later);
    expect(inForce([earlier, later], day('2027-02-01'))).toBe(later);
  });

  it('is the first one before any has begun, and none where there is none', () => {
    expect(inForce([later, earlier], day('2019-01-01'))).toBe(earlier);
    expect(inForce([], day('2019-01-01'))).toBeNull();
  });
});
