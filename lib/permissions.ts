import type { Viewer } from '#lib/auth/viewer.ts';

/**
 * Every capability, on one screen. A mutation must name one of them; a name that is not here does not compile.
 * Who a viewer is comes from their session; what they act on is loaded by the caller in the same transaction.
 */

type Led = { leadIds: readonly string[] };
type Written = { authorId: string };

const belongs = (viewer: Viewer) => viewer.roles.length > 0;
const leads = (viewer: Viewer, commitment: Led) => belongs(viewer) && commitment.leadIds.includes(viewer.personId);
const administers = (viewer: Viewer) => viewer.roles.includes('administrator');

export const can = {
  /** Strategy, themes, promises, published updates, frozen reports: every member of the council. */
  readPublished: belongs,

  /** Drafts and updates on their way: who leads the commitment today, and the administrator. */
  readUnpublished: (viewer: Viewer, commitment: Led) => administers(viewer) || leads(viewer, commitment),

  /** Write and submit an update: who leads the commitment, or its priority, today. */
  writeUpdate: leads,

  /** See the list of updates that wait for a decision. */
  reviewUpdates: (viewer: Viewer) => administers(viewer),

  /** Approve, return or publish: the administrator, never the author. */
  decideUpdate: (viewer: Viewer, update: Written) => administers(viewer) && update.authorId !== viewer.personId,

  /** Make an annual report, fill its texts, read it before it is frozen, freeze it. */
  makeReport: (viewer: Viewer) => administers(viewer),

  /** Read and download a frozen report. */
  readFrozenReport: belongs,

  /** The settings of the council: words, statuses, roles, people, rules, themes, meetings. */
  manageCouncil: (viewer: Viewer) => administers(viewer),

  /** Download a strategy as a workbook. */
  exportStrategy: belongs,

  /** Change what a strategy holds, start one, carry a commitment over, confirm a doubted direction. */
  editStrategy: (viewer: Viewer) => administers(viewer),

  /** Read the working notes beside adopted wording: who works on it. */
  readWorkingNotes: (viewer: Viewer) => administers(viewer) || viewer.roles.includes('lead'),
} as const satisfies Record<string, (viewer: Viewer, subject: never) => boolean>;

export type Capability = keyof typeof can;
