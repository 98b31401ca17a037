'use server';
import { loadChosen } from '#lib/actions/choosing.ts';
import { readActionFilter } from '#lib/actions/filter.ts';
import { columnsOf, saveAction } from '#lib/actions/saving.ts';
import {
  addInput,
  boardInput,
  changeInput,
  linkInput,
  moveInput,
  reassignInput,
  unlinkInput,
} from '#lib/actions/schema.ts';
import { checkTyped, completion, loadAction, loadCommitment } from '#lib/actions/working.ts';
import { checkCanHold } from '#lib/assignments/loading.ts';
import { giveActions } from '#lib/assignments/writing.ts';
import { recordAudits } from '#lib/audit.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

/** A new action under a commitment. */
export const addAction = mutation({
  operation: 'addAction',
  input: addInput,
  load: async (viewer, db, { commitment }) => loadCommitment(viewer, db, commitment),
  allow: can.writeAction,
  async run(viewer, db, { commitment: _, ...typed }, commitment) {
    const { councilId } = viewer;
    const days = await checkTyped(viewer, db, typed, { id: null, strategy: commitment.strategy });
    const { id } = await db.action.create({
      data: { councilId, commitmentId: commitment.id, createdOn: today(), ...columnsOf(typed, days) },
      select: { id: true },
    });
    if (typed.owner) await giveActions(viewer, db, { actionIds: [id], to: typed.owner, on: today() });
    return { subject: `${commitment.ref}, ${id}`, to: `/${viewer.council.slug}/actions/${id}?added=1` };
  },
});

/** Everything about an action, by who plans it. */
export const changeAction = mutation({
  operation: 'changeAction',
  input: changeInput,
  load: async (viewer, db, { action }) => loadAction(viewer, db, action),
  allow: can.writeAction,
  async run(viewer, db, { action: id, version, ...typed }, action) {
    const days = await checkTyped(viewer, db, typed, { id, strategy: action.strategy, was: action });
    await saveAction(viewer, db, action, { version, change: columnsOf(typed, days) });
    if (typed.owner !== (action.ownerId ?? '')) {
      await giveActions(viewer, db, { actionIds: [id], to: typed.owner || null, on: today() });
    }
    return { subject: id, to: `/${viewer.council.slug}/actions/${id}?saved=1` };
  },
});

/** Where an action stands, by who owns it too. */
export const moveAction = mutation({
  operation: 'moveAction',
  input: moveInput,
  load: async (viewer, db, { action }) => loadAction(viewer, db, action),
  allow: can.moveAction,
  async run(viewer, db, { version, status, completedOn: typed }, action) {
    const completedOn = completion({ status, completedOn: typed }, action.waitsFor);
    await saveAction(viewer, db, action, { version, change: { status, completedOn } });
    return { subject: `${action.id}, ${status}`, to: `/${viewer.council.slug}/actions/${action.id}?saved=1` };
  },
});

/** The same by a button of the board, which leads back to the board. */
export const moveOnBoard = mutation({
  operation: 'moveOnBoard',
  input: boardInput,
  load: async (viewer, db, { move }) => loadAction(viewer, db, move.action),
  allow: can.moveAction,
  async run(viewer, db, { move: { version, status }, back }, action) {
    const completedOn = completion({ status, completedOn: null }, action.waitsFor);
    await saveAction(viewer, db, action, { version, change: { status, completedOn } });
    const address = new URLSearchParams(back);
    address.set('moved', action.id);
    return { subject: `${action.id}, ${status}`, to: `/${viewer.council.slug}/actions?${address}` };
  },
});

/** A link that shows what an action says. */
export const addActionLink = mutation({
  operation: 'addActionLink',
  input: linkInput,
  load: async (viewer, db, { action }) => loadAction(viewer, db, action),
  allow: can.moveAction,
  async run(viewer, db, { title, url }, action) {
    if (!isWebAddress(url)) {
      const sentence = 'Give the whole address of the page, beginning with https://';
      throw new Refusal('It is not added yet.', { errors: { url: sentence } });
    }
    await db.evidence.create({ data: { councilId: viewer.councilId, actionId: action.id, title, url } });
    return { subject: action.id, to: `/${viewer.council.slug}/actions/${action.id}?linked=1#evidence` };
  },
});

/** Takes a link away that was added by mistake. */
export const removeActionLink = mutation({
  operation: 'removeActionLink',
  input: unlinkInput,
  load: async (viewer, db, { action }) => loadAction(viewer, db, action),
  allow: can.moveAction,
  async run(viewer, db, { evidence }, action) {
    await db.evidence.deleteMany({ where: { councilId: viewer.councilId, actionId: action.id, id: evidence } });
    return { subject: action.id, to: `/${viewer.council.slug}/actions/${action.id}?unlinked=1#evidence` };
  },
});

/** Many actions at once to another owner, organisation, or both. */
export const reassignActions = mutation({
  operation: 'reassignActions',
  input: reassignInput,
  load: async (viewer, db, { action, all, matching, back }) => {
    const filter = readActionFilter(Object.fromEntries(new URLSearchParams(back)));
    return loadChosen(viewer, db, { ids: action, all: all ? { filter, matching } : null });
  },
  allow: can.reassignActions,
  async run(viewer, db, { owner, organisation, back }, actions) {
    const { councilId } = viewer;
    const refuse = (field: string, sentence: string) => {
      throw new Refusal('Nothing was changed.', { errors: { [field]: sentence } });
    };
    if (actions.length === 0) refuse('action', 'Choose at least one action in the list.');
    if (!owner && !organisation) refuse('owner', 'Choose who takes them: a person, an organisation, or both.');
    const ids = actions.map(({ id }) => id);
    if (organisation) {
      const organisationId = organisation === 'none' ? null : organisation;
      const isKnown =
        organisationId === null || (await db.organisation.count({ where: { councilId, id: organisationId } }));
      if (!isKnown) refuse('organisation', 'Choose one of the list.');
      const where = { councilId, id: { in: ids } };
      await db.action.updateMany({ where, data: { organisationId, version: { increment: 1 } } });
    }
    if (owner && owner !== 'none') await checkCanHold(viewer, db, owner, today(), 'owner');
    if (owner) await giveActions(viewer, db, { actionIds: ids, to: owner === 'none' ? null : owner, on: today() });
    await recordAudits(db, viewer, 'reassignAction', ids);
    const address = new URLSearchParams(back);
    address.set('given', String(ids.length));
    const to = `/${viewer.council.slug}/actions?${address}`;
    return {
      subject: `${ids.length} actions, owner ${owner || 'as before'}, organisation ${organisation || 'as before'}`,
      to,
    };
  },
});
