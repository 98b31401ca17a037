import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, type Held, whoDeputises, whoLeads } from '#lib/assignments/rules.ts';

const priorities = [
  { id: 'p', parentId: null },
  { id: 'sub', parentId: 'p' },
];
const commitments = [
  { id: 'c', parentId: null, priorityId: 'sub' },
  { id: 'part', parentId: 'c', priorityId: 'sub' },
];
const held = (id: string, kind: Held['kind'], on: string): Held => ({
  id,
  name: id,
  kind,
  priorityId: on === 'p' || on === 'sub' ? on : null,
  commitmentId: on === 'c' || on === 'part' ? on : null,
});
const leadOf = (rows: Held[], commitment: string) =>
  whoLeads(coverage({ priorities, commitments }, rows).get(commitment) ?? []).map(({ id }) => id);

describe('who leads a commitment', () => {
  it('is the nearest: itself, what it is part of, its priority, the priority above', () => {
    const rows = ['p', 'sub', 'c', 'part'].map((on) => held(`${on}-lead`, 'lead', on));
    for (let n = rows.length; n > 0; n--) expect(leadOf(rows.slice(0, n), 'part')).toEqual([rows[n - 1]?.id]);
    expect(leadOf([], 'part')).toEqual([]);
    expect(leadOf(rows, 'c')).toEqual(['c-lead']);
  });

  it('is never a deputy, however near, and a deputy is found in the same way', () => {
    const rows = [held('above', 'lead', 'p'), held('near', 'deputy', 'part'), held('far', 'deputy', 'p')];
    expect(leadOf(rows, 'part')).toEqual(['above']);
    const holders = coverage({ priorities, commitments }, rows).get('part') ?? [];
    expect(whoDeputises(holders).map(({ id }) => id)).toEqual(['near']);
  });

  it('is led from above wherever anything above is led, in any strategy, circles and all', () => {
    const ids = ['a', 'b', 'd', 'e'];
    const node = fc.option(fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.tuple(node, node, node, node), fc.constantFrom(...ids), (parents, led) => {
        const nodes = ids.map((id, n) => ({ id, parentId: parents[n] ?? null }));
        const all = coverage(
          { priorities: nodes, commitments: nodes.map(({ id }) => ({ id: `c${id}`, parentId: null, priorityId: id })) },
          [{ id: 'x', name: 'x', kind: 'lead', priorityId: led, commitmentId: null }],
        );
        for (const { id } of nodes) {
          const above: string[] = [];
          for (let at: string | null = id; at && !above.includes(at); ) {
            above.push(at);
            at = nodes.find((one) => one.id === at)?.parentId ?? null;
          }
          expect(whoLeads(all.get(`c${id}`) ?? []).length > 0).toBe(above.includes(led));
        }
      }),
    );
  });
});
