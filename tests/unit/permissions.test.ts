import { describe, expect, it } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { type Capability, can } from '#lib/permissions.ts';

type Role = Viewer['roles'][number];
const me = 'me';
const somebodyElse = 'somebody-else';

/** A viewer for asking permissions only; a real one comes from a live session alone. */
const viewer = (...roles: Role[]) => ({ personId: me, roles }) as unknown as Viewer;

const everyRole = [
  'administrator',
  'chair',
  'boardMember',
  'lead',
  'partner',
  'youngPeople',
  'scrutiny',
] as const satisfies Role[];

type Case = { capability: Capability; subject: unknown; what: string; allowed: readonly Role[] };

const cases: Case[] = [
  { capability: 'readPublished', subject: undefined, what: 'anything published', allowed: everyRole },
  { capability: 'readFrozenReport', subject: undefined, what: 'a frozen report', allowed: everyRole },
  {
    capability: 'readUnpublished',
    subject: { leadIds: [me] },
    what: 'drafts of what they lead',
    allowed: everyRole,
  },
  {
    capability: 'readUnpublished',
    subject: { leadIds: [somebodyElse] },
    what: 'drafts of what others lead',
    allowed: ['administrator'],
  },
  {
    capability: 'writeUpdate',
    subject: { leadIds: [me] },
    what: 'an update of what they lead',
    allowed: everyRole,
  },
  { capability: 'writeUpdate', subject: { leadIds: [somebodyElse] }, what: 'what others lead', allowed: [] },
  { capability: 'writeUpdate', subject: { leadIds: [] }, what: 'what nobody leads', allowed: [] },
  { capability: 'reviewUpdates', subject: undefined, what: 'the list to decide', allowed: ['administrator'] },
  {
    capability: 'decideUpdate',
    subject: { authorId: somebodyElse },
    what: "somebody else's update",
    allowed: ['administrator'],
  },
  { capability: 'decideUpdate', subject: { authorId: me }, what: 'their own update', allowed: [] },
  { capability: 'manageCouncil', subject: undefined, what: 'the settings', allowed: ['administrator'] },
  { capability: 'exportStrategy', subject: undefined, what: 'a strategy as a workbook', allowed: everyRole },
  { capability: 'makeReport', subject: undefined, what: 'the annual report', allowed: ['administrator'] },
  { capability: 'editStrategy', subject: undefined, what: 'adopted wording', allowed: ['administrator'] },
  {
    capability: 'readWorkingNotes',
    subject: undefined,
    what: 'notes beside adopted wording',
    allowed: ['administrator', 'lead'],
  },
];

describe('every role × capability', () => {
  for (const { capability, subject, what, allowed } of cases) {
    const ask = can[capability] as (viewer: Viewer, subject: unknown) => boolean;
    for (const role of everyRole) {
      const expected = allowed.includes(role);
      it(`${role}: ${capability}, ${what}: ${expected ? 'yes' : 'no'}`, () => {
        expect(ask(viewer(role), subject)).toBe(expected);
      });
    }
    it(`nobody without a role: ${capability}, ${what}: no`, () => {
      expect(ask(viewer(), subject)).toBe(false);
    });
  }

  it('has a case for every capability', () => {
    expect(new Set(cases.map(({ capability }) => capability))).toEqual(new Set(Object.keys(can)));
  });
});
