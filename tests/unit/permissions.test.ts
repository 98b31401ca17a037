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
  { capability: 'composeDashboard', subject: undefined, what: 'what a dashboard shows', allowed: ['administrator'] },
  { capability: 'manageCouncil', subject: undefined, what: 'the settings', allowed: ['administrator'] },
  { capability: 'exportStrategy', subject: undefined, what: 'a strategy as a workbook', allowed: everyRole },
  { capability: 'readFigures', subject: undefined, what: 'figures as they may be shown', allowed: everyRole },
  { capability: 'editIndicators', subject: undefined, what: 'what figures mean', allowed: ['administrator'] },
  { capability: 'recordValues', subject: { ownerId: me }, what: 'values of a figure of their own', allowed: everyRole },
  {
    capability: 'recordValues',
    subject: { ownerId: somebodyElse },
    what: "values of somebody else's figure",
    allowed: ['administrator'],
  },
  {
    capability: 'recordValues',
    subject: { ownerId: null },
    what: 'values of a figure that nobody owns',
    allowed: ['administrator'],
  },
  { capability: 'importFigures', subject: undefined, what: 'files of figures', allowed: ['administrator'] },
  { capability: 'manageDisclosure', subject: undefined, what: 'what is hidden', allowed: ['administrator'] },
  { capability: 'chooseNeighbours', subject: undefined, what: 'councils to compare with', allowed: ['administrator'] },
  { capability: 'releaseFigures', subject: undefined, what: 'figures for everybody', allowed: ['administrator'] },
  { capability: 'runRounds', subject: undefined, what: 'the rounds', allowed: ['administrator'] },
  { capability: 'readMessages', subject: undefined, what: 'their own messages', allowed: everyRole },
  {
    capability: 'answerGuard',
    subject: { authorId: somebodyElse },
    what: "what was found in somebody else's update",
    allowed: ['administrator'],
  },
  { capability: 'answerGuard', subject: { authorId: me }, what: 'what was found in their own', allowed: [] },
  { capability: 'makeReport', subject: undefined, what: 'the annual report', allowed: ['administrator'] },
  { capability: 'ratePromises', subject: undefined, what: 'promises of a round', allowed: ['youngPeople'] },
  { capability: 'manageVoice', subject: undefined, what: 'links and words', allowed: ['administrator'] },
  { capability: 'writeAnswer', subject: { leadIds: [me] }, what: 'about what they lead', allowed: everyRole },
  {
    capability: 'writeAnswer',
    subject: { leadIds: [somebodyElse] },
    what: 'about what others lead',
    allowed: ['administrator'],
  },
  { capability: 'publishAnswer', subject: undefined, what: 'an answer', allowed: ['administrator'] },
  { capability: 'readAudit', subject: undefined, what: 'the audit trail', allowed: ['administrator'] },
  { capability: 'editStrategy', subject: undefined, what: 'adopted wording', allowed: ['administrator'] },
  {
    capability: 'readWorkingNotes',
    subject: undefined,
    what: 'notes beside adopted wording',
    allowed: ['administrator', 'lead'],
  },
  { capability: 'assignLeads', subject: undefined, what: 'who leads what', allowed: ['administrator'] },
  { capability: 'writeAction', subject: { leadIds: [me] }, what: 'an action of what they lead', allowed: everyRole },
  {
    capability: 'writeAction',
    subject: { leadIds: [somebodyElse] },
    what: 'an action of what others lead',
    allowed: ['administrator'],
  },
  {
    capability: 'moveAction',
    subject: { leadIds: [somebodyElse], ownerIds: [me] },
    what: 'an action of their own',
    allowed: everyRole,
  },
  {
    capability: 'moveAction',
    subject: { leadIds: [], ownerIds: [somebodyElse] },
    what: "somebody else's action",
    allowed: ['administrator'],
  },
  {
    capability: 'reassignActions',
    subject: [{ leadIds: [me] }, { leadIds: [me, somebodyElse] }],
    what: 'many actions of what they lead',
    allowed: everyRole,
  },
  {
    capability: 'reassignActions',
    subject: [{ leadIds: [me] }, { leadIds: [somebodyElse] }],
    what: 'many actions, one of them not theirs',
    allowed: ['administrator'],
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
