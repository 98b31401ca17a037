import type { Viewer } from '#lib/auth/viewer.ts';

/**
 * Every capability, on one screen. A mutation must name one of them; a name that is not here does not compile.
 * Who a viewer is comes from their session; what they act on is loaded by the caller in the same transaction.
 */

type Led = { leadIds: readonly string[] };
type Written = { authorId: string };
type Owned = Led & { ownerIds: readonly string[] };

const belongs = (viewer: Viewer) => viewer.roles.length > 0;
const leads = (viewer: Viewer, commitment: Led) => belongs(viewer) && commitment.leadIds.includes(viewer.personId);
const administers = (viewer: Viewer) => viewer.roles.includes('administrator');
const plans = (viewer: Viewer, commitment: Led) => administers(viewer) || leads(viewer, commitment);

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

  /** Make and change rounds, see who has sent what, ask for what is missing, open a closed round again. */
  runRounds: (viewer: Viewer) => administers(viewer),

  /** Read what one was told, and choose what of it comes by mail: everybody, and only their own. */
  readMessages: belongs,
  /** Say of what the guard found that it cannot point at a child: a second person, never the author. */
  answerGuard: (viewer: Viewer, update: Written) => administers(viewer) && update.authorId !== viewer.personId,

  /** Make an annual report, fill its texts, read it before it is frozen, freeze it. */
  makeReport: (viewer: Viewer) => administers(viewer),

  /** Read and download a frozen report. */
  readFrozenReport: belongs,

  /** Say in a round whether promises are kept: young people’s representatives. Groups do it by a link, signed in as nobody. */
  ratePromises: (viewer: Viewer) => viewer.roles.includes('youngPeople'),

  /** Make and revoke the links of groups, and decide which words of young people may be shown. */
  manageVoice: (viewer: Viewer) => administers(viewer),

  /** Write the answer to what young people said of a promise: who leads a commitment behind it, and the administrator. */
  writeAnswer: (viewer: Viewer, promise: Led) => administers(viewer) || leads(viewer, promise),

  /** Publish such an answer, one’s own too: it is the board’s word, and the board’s officer gives it. */
  publishAnswer: (viewer: Viewer) => administers(viewer),

  /** Everything that happened: who did what and when. */
  readAudit: (viewer: Viewer) => administers(viewer),
  /** The settings of the council: words, statuses, roles, people, rules, themes, meetings. */
  manageCouncil: (viewer: Viewer) => administers(viewer),

  /** Read every figure as it may be shown: small numbers are hidden before it leaves lib. */
  readFigures: belongs,

  /** Say what an indicator means, in which versions, with which targets, owner and links; take one from the catalogue. */
  editIndicators: (viewer: Viewer) => administers(viewer),

  /** Write a value by form or workbook: who owns the indicator, and the administrator. */
  recordValues: (viewer: Viewer, indicator: { ownerId: string | null }) =>
    administers(viewer) || (belongs(viewer) && indicator.ownerId === viewer.personId),

  /** Bring in files of published figures, and say what their columns mean. */
  importFigures: (viewer: Viewer) => administers(viewer),

  /** Decide how small numbers are hidden, and see what is hidden and why. */
  manageDisclosure: (viewer: Viewer) => administers(viewer),

  /** Choose the councils to compare with. */
  chooseNeighbours: (viewer: Viewer) => administers(viewer),

  /** Choose and order what a theme's dashboard shows, write its notes, freeze it for a meeting. */
  composeDashboard: (viewer: Viewer) => administers(viewer),

  /** Release figures for everybody to read, and withdraw them. */
  releaseFigures: (viewer: Viewer) => administers(viewer),

  /** Download a strategy as a workbook. */
  exportStrategy: belongs,

  /** Change what a strategy holds, start one, carry a commitment over, confirm a doubted direction. */
  editStrategy: (viewer: Viewer) => administers(viewer),

  /** Read the working notes beside adopted wording: who works on it. */
  readWorkingNotes: (viewer: Viewer) => administers(viewer) || viewer.roles.includes('lead'),
  /** Say who leads or deputises what, hand over, and record that somebody leaves. */
  assignLeads: (viewer: Viewer) => administers(viewer),

  /** Add and change actions: who leads or deputises the commitment today, and the administrator. */
  writeAction: plans,

  /** Say where an action stands, and show it with evidence: also who owns it. */
  moveAction: (viewer: Viewer, action: Owned) =>
    plans(viewer, action) || (belongs(viewer) && action.ownerIds.includes(viewer.personId)),

  /** Give many actions to somebody: each of them must be theirs to change. */
  reassignActions: (viewer: Viewer, actions: readonly Led[]) => actions.every((action) => plans(viewer, action)),
} as const satisfies Record<string, (viewer: Viewer, subject: never) => boolean>;

export type Capability = keyof typeof can;
