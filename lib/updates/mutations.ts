'use server';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { readNextDue } from '#lib/needs/acts.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { type Decision, decide, listApproved, loadDecision, publishOne } from '#lib/updates/deciding.ts';
import { isEmpty, keepBoth, problemsBeforeSending } from '#lib/updates/drafts.ts';
import {
  approveInput,
  commitmentInput,
  decisionInput,
  draftInput,
  returnInput,
  toDraft,
  writeInput,
} from '#lib/updates/schema.ts';
import { closedSentence } from '#lib/updates/words.ts';
import { loadWriting, previousStatus, saveWorking } from '#lib/updates/working.ts';

/** Keeps what is typed while it is typed; the form stays open. */
export const saveDraft = mutation({
  operation: 'saveDraft',
  input: draftInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, input, writing) {
    const savedVersion = await saveWorking(viewer, db, writing, {
      draft: toDraft(input),
      version: input.version,
    });
    return { subject: writing.ref, savedVersion };
  },
});

/** The form's own buttons: keep as a draft, keep both people's words, send, send and go to the next one due. */
export const writeUpdate = mutation({
  operation: 'writeUpdate',
  input: writeInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, { intent, version, ...input }, writing) {
    const typed = toDraft(input);
    const form = `/${viewer.council.slug}/commitments/${writing.slug}/update#draft`;
    if (intent === 'draft' || intent === 'both') {
      const draft = intent === 'both' && writing.working ? keepBoth(typed, writing.working) : typed;
      await saveWorking(viewer, db, writing, { draft, version });
      return { subject: `${writing.ref}, draft`, to: form };
    }
    const errors = problemsBeforeSending(typed, previousStatus(writing));
    if (Object.keys(errors).length > 0) throw new Refusal('It is not sent yet. Your words are kept.', { errors });
    await saveWorking(viewer, db, writing, { draft: typed, version, save: sent() });
    const next = intent === 'sendNext' ? await readNextDue(viewer, db, writing.slug) : null;
    return { subject: `${writing.ref}, sent`, to: afterSending(viewer.council.slug, writing.slug, next) };
  },
});

/** One click: what was published last still holds, and is sent again as it stands. */
export const confirmUnchanged = mutation({
  operation: 'confirmUnchanged',
  input: commitmentInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, { version }, writing) {
    const { last, working } = writing;
    if (!last) throw new Refusal('Nothing was said of this before, so there is nothing to repeat.');
    if (working && !isEmpty(working)) {
      throw new Refusal('Something has been written for this round already. Read it, then send it.');
    }
    await saveWorking(viewer, db, writing, { draft: last, version, save: sent() });
    const next = await readNextDue(viewer, db, writing.slug);
    return {
      subject: `${writing.ref}, unchanged`,
      to: afterSending(viewer.council.slug, writing.slug, next),
    };
  },
});

/** Before anybody has decided on it, its author may make it a draft again. */
export const takeBack = mutation({
  operation: 'takeBack',
  input: commitmentInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, { version }, writing) {
    const { councilId, personId } = viewer;
    const commitmentId = writing.id;
    if (!writing.round) throw new Refusal(`${closedSentence(writing.rounds, today())} What was sent stays as it is.`);
    const { count } = await db.update.updateMany({
      where: { councilId, commitmentId, roundId: writing.round.id, version, state: 'submitted', authorId: personId },
      data: { state: 'draft', submittedAt: null, version: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal('It is too late to take it back: somebody has decided on it, or you did not send it.');
    return {
      subject: `${writing.ref}, taken back`,
      to: `/${viewer.council.slug}/commitments/${writing.slug}/update`,
    };
  },
});

/** The administrator agrees with an update, and may publish it in the same click. */
export const approveUpdate = mutation({
  operation: 'approveUpdate',
  input: approveInput,
  load: (viewer, db, input) => loadDecision(viewer, db, input.update),
  allow: can.decideUpdate,
  async run(viewer, db, { version, publish }, update) {
    const now = clock();
    const change = { state: 'approved', approvedAt: now, approverId: viewer.personId } as const;
    await decide(viewer, db, { update, version, from: 'submitted', change });
    if (publish) await publishOne(viewer, db, { ...update, version: version + 1 }, now);
    return {
      subject: update.commitment.ref,
      to: afterDeciding(viewer, publish ? 'published' : 'approved', update),
    };
  },
});

/** What was approved becomes what everybody reads. */
export const publishUpdate = mutation({
  operation: 'publishUpdate',
  input: decisionInput,
  load: (viewer, db, input) => loadDecision(viewer, db, input.update),
  allow: can.decideUpdate,
  async run(viewer, db, { version }, update) {
    await publishOne(viewer, db, { ...update, version }, clock());
    return { subject: update.commitment.ref, to: afterDeciding(viewer, 'published', update) };
  },
});

/** Back to the lead, with what should change. */
export const returnUpdate = mutation({
  operation: 'returnUpdate',
  input: returnInput,
  load: (viewer, db, input) => loadDecision(viewer, db, input.update),
  allow: can.decideUpdate,
  async run(viewer, db, { version, comment }, update) {
    const change = { state: 'returned', comment, approvedAt: null, approverId: null } as const;
    await decide(viewer, db, { update, version, from: update.state, change });
    return { subject: update.commitment.ref, to: afterDeciding(viewer, 'returned', update) };
  },
});

/** Every approved update at once, but those that the administrator wrote. */
export const publishApproved = mutation({
  operation: 'publishApproved',
  input: z.object({}),
  load: async (viewer, db) => listApproved(viewer, db),
  allow: can.reviewUpdates,
  async run(viewer, db, _input, updates) {
    if (updates.length === 0) throw new Refusal('There is nothing left to publish: somebody else has just done it.');
    const now = Date.now();
    // A millisecond apart: two of one commitment keep their order.
    for (const [index, update] of updates.entries()) await publishOne(viewer, db, update, new Date(now + index));
    const subject = updates.map((update) => update.commitment.ref).join(', ');
    return { subject, to: `/${viewer.council.slug}/updates?published=${updates.length}` };
  },
});

const sent = () => ({ state: 'submitted', submittedAt: clock() }) as const;

/** The next form, or home, saying which update was sent. */
const afterSending = (council: string, slug: string, next: string | null) =>
  `/${council}${next ? `/commitments/${next}/update` : ''}?sent=${slug}`;

const afterDeciding = (viewer: Viewer, did: string, update: Decision) =>
  `/${viewer.council.slug}/updates?${did}=${update.commitment.slug}`;
