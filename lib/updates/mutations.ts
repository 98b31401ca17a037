'use server';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { sendMessages } from '#lib/messages/sending.ts';
import { mutation } from '#lib/mutation.ts';
import { readNextDue } from '#lib/needs/acts.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { attachFile, copyFiles, removeFile } from '#lib/updates/attaching.ts';
import { afterMany, decideMany, loadChosen } from '#lib/updates/bulk.ts';
import { type Decision, decide, listApproved, loadDecision, publishOne } from '#lib/updates/deciding.ts';
import { type Draft, filesOf, isEmpty, keepBoth, problemsBeforeSending, startFrom } from '#lib/updates/drafts.ts';
import { recordRevision } from '#lib/updates/revisions.ts';
import {
  approveInput,
  chosenInput,
  commitmentInput,
  decisionInput,
  draftInput,
  returnInput,
  toDraft,
  writeInput,
} from '#lib/updates/schema.ts';
import { backToSheet } from '#lib/updates/sheet.ts';
import { closedSentence } from '#lib/updates/words.ts';
import { loadWriting, previousStatus, saveWorking, type Writing } from '#lib/updates/working.ts';

/** Keeps what is typed while it is typed; the form stays open. */
export const saveDraft = mutation({
  operation: 'saveDraft',
  input: draftInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, input, writing) {
    const { version: savedVersion } = await saveWorking(viewer, db, writing, {
      draft: toDraft(input),
      version: input.version,
    });
    return { subject: writing.ref, savedVersion };
  },
});

/** The form's own buttons: keep as a draft, keep both people's words, attach a file, send, send and go to the next one due. */
export const writeUpdate = mutation({
  operation: 'writeUpdate',
  input: writeInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, { intent, version, from, file, fileTitle: title, ...input }, writing) {
    const typed = toDraft(input);
    const { slug } = viewer.council;
    const attach = async (id: string) => file && attachFile(viewer, db, id, { file, title });
    if (intent !== 'send' && intent !== 'sendNext') {
      if (intent === 'attach' && !file) throw new Refusal('', { errors: { file: 'Choose a file first.' } });
      const draft = mixed(intent, typed, writing);
      const { id } = await saveWorking(viewer, db, writing, { draft, version });
      if (intent.startsWith('remove ')) await removeFile(viewer, db, id, intent.slice('remove '.length));
      await attach(id);
      return { subject: `${writing.ref}, draft`, to: backToForm(slug, writing.slug, { intent, from, file }) };
    }
    const whole = {
      ...typed,
      evidence: [
        ...typed.evidence,
        ...filesOf(writing.working ?? typed),
        ...(file ? [{ title, url: '', fileName: file.name }] : []),
      ],
    };
    const errors = problemsBeforeSending(whole, previousStatus(writing));
    if (Object.keys(errors).length > 0) throw new Refusal('It is not sent yet. Your words are kept.', { errors });
    const { id } = await saveWorking(viewer, db, writing, { draft: typed, version, save: sent() });
    await attach(id);
    await recordRevision(viewer, db, id);
    const subject = `${writing.ref}, sent`;
    if (from === 'round') return { subject, to: await backToSheet(viewer, db, writing.slug) };
    const next = intent === 'sendNext' ? await readNextDue(viewer, db, writing.slug) : null;
    return { subject, to: afterSending(slug, writing.slug, next) };
  },
});

/** One click: what was published last still holds, and is sent again as it stands. */
export const confirmUnchanged = mutation({
  operation: 'confirmUnchanged',
  input: commitmentInput,
  load: (viewer, db, input) => loadWriting(viewer, db, input.commitment),
  allow: can.writeUpdate,
  async run(viewer, db, { version, from }, writing) {
    const { last, working } = writing;
    if (!last) throw new Refusal('Nothing was said of this before, so there is nothing to repeat.');
    if (working && !isEmpty(working)) {
      throw new Refusal('Something has been written for this round already. Read it, then send it.');
    }
    const { id } = await saveWorking(viewer, db, writing, { draft: last, version, save: sent() });
    await copyFiles(viewer, db, last.id, id);
    await recordRevision(viewer, db, id);
    const subject = `${writing.ref}, unchanged`;
    if (from === 'round') return { subject, to: await backToSheet(viewer, db, writing.slug) };
    const next = await readNextDue(viewer, db, writing.slug);
    return { subject, to: afterSending(viewer.council.slug, writing.slug, next) };
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
    await sendMessages(db, viewer.councilId, [returnedMessage(viewer, update)], clock());
    return { subject: update.commitment.ref, to: afterDeciding(viewer, 'returned', update) };
  },
});

/** Those that were ticked in the list: what can be done is done, the rest is left and named. */
export const decideChosen = mutation({
  operation: 'decideChosen',
  input: chosenInput,
  load: async (viewer, db, { chosen }) => loadChosen(viewer, db, chosen),
  allow: can.reviewUpdates,
  async run(viewer, db, { intent }, chosen) {
    if (chosen.length === 0) throw new Refusal('Tick at least one update first. Nothing was changed.');
    return afterMany(viewer, await decideMany(viewer, db, chosen, intent));
  },
});

/** Every approved update at once, but those that the administrator wrote and those that wait for an answer. */
export const publishApproved = mutation({
  operation: 'publishApproved',
  input: z.object({}),
  load: async (viewer, db) => listApproved(viewer, db),
  allow: can.reviewUpdates,
  async run(viewer, db, _input, updates) {
    if (updates.length === 0) throw new Refusal('There is nothing left to publish: somebody else has just done it.');
    const chosen = updates.map((update) => ({ update, version: update.version }));
    return afterMany(viewer, await decideMany(viewer, db, chosen, 'publish'));
  },
});

/** What is saved: what was typed, with the words of another or of last time where the button says so. */
function mixed(intent: string, typed: Draft, { working, last }: Writing): Draft {
  if (intent === 'both' && working) return keepBoth(typed, working);
  return intent === 'last' && last ? startFrom(typed, last) : typed;
}

const sent = () => ({ state: 'submitted', submittedAt: clock() }) as const;

/** The next form, or home, saying which update was sent. */
const afterSending = (council: string, slug: string, next: string | null) =>
  `/${council}${next ? `/commitments/${next}/update` : ''}?sent=${slug}`;

/** The same form again, at the place that the button stood for. */
function backToForm(
  council: string,
  slug: string,
  { intent, from, file }: { intent: string; from: string; file: File | null },
) {
  const place =
    intent === 'check' ? 'help' : intent === 'last' ? 'done' : file || intent.startsWith('remove ') ? 'files' : 'draft';
  const form = from === 'round' ? `round?open=${slug}` : `commitments/${slug}/update`;
  return `/${council}/${form}#${place}`;
}

const afterDeciding = (viewer: Viewer, did: string, update: Decision) =>
  `/${viewer.council.slug}/updates?${did}=${update.commitment.slug}`;

/** To its author: that it came back, and from whom. What should change stands in the form, not in a mail. */
const returnedMessage = ({ name, council }: Viewer, { id, version, authorId, commitment }: Decision) => ({
  personId: authorId,
  kind: 'updateReturned' as const,
  key: `updateReturned ${id} ${version}`,
  subject: `Your update on ${commitment.ref} came back`,
  body: `${name} asks you to change something in your update on ${commitment.ref} before it is published. What it is stands above the form.`,
  path: `/${council.slug}/commitments/${commitment.slug}/update`,
});
