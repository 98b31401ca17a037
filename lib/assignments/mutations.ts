'use server';
import { everything } from '#lib/actions/filter.ts';
import { readActions } from '#lib/actions/matching.ts';
import { handOver } from '#lib/assignments/hand-over.ts';
import { endMemberships, reopenMemberships } from '#lib/assignments/leaving.ts';
import { checkCanHold, checkInForce, checkWithin, loadHands, loadTarget } from '#lib/assignments/loading.ts';
import { assignInput, endInput, handOverInput, leavingInput, personInput } from '#lib/assignments/schema.ts';
import { tellOfHandOver } from '#lib/assignments/telling.ts';
import { giveActions, rowsOf, selectRow, writeChanges } from '#lib/assignments/writing.ts';
import { addDays } from '#lib/calendar/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { count, formatDate, isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

/** Makes somebody lead or deputy of one thing from a day, beside those who are, or instead of them. */
export const assign = mutation({
  operation: 'assign',
  input: assignInput,
  load: async (viewer, db, input) => loadTarget(viewer, db, input),
  allow: can.assignLeads,
  async run(viewer, db, { person: personId, kind, startsOn, instead }, target) {
    await checkWithin(db, target.strategy, startsOn, 'startsOn');
    const person = await checkCanHold(viewer, db, personId, startsOn, 'person');
    const now = today();
    const already = target.rows.find(
      (row) => row.personId === personId && (row.endsOn === null || row.endsOn >= startsOn),
    );
    if (already && (already.kind === 'lead' || kind === 'deputy')) {
      const sentence = `${person.name} is ${already.kind} already, from ${formatDate(already.startsOn)}.`;
      throw new Refusal('Nothing was changed.', { errors: { person: sentence } });
    }
    const made = { ...target.ids, personId, kind, startsOn, endsOn: null };
    const to = `/${viewer.council.slug}/${target.path}?assigned=${kind}`;
    const isAction = target.ids.actionId !== null;
    if (isAction && kind === 'lead') {
      await giveActions(viewer, db, { actionIds: [target.ids.actionId ?? ''], to: personId, on: startsOn });
      return { subject: `${target.subject}, lead`, to };
    }
    const others = target.rows.filter((row) => instead && row.kind === kind && row.personId !== personId);
    const promoted = target.rows.filter((row) => row.personId === personId && row.kind === 'deputy');
    const { ended } = handOver([...others, ...promoted], [], { to: null, on: startsOn, today: now, leftOn: null });
    await writeChanges(viewer, db, { ended, begun: [made] });
    return { subject: `${target.subject}, ${kind}`, to };
  },
});

/** Ends one row: from the day after, this person leads or deputises the thing no longer. */
export const endAssignment = mutation({
  operation: 'endAssignment',
  input: endInput,
  async load(viewer, db, { assignment }) {
    const row = await db.assignment.findFirst({
      where: { councilId: viewer.councilId, id: assignment },
      select: selectRow,
    });
    const { priorityId, commitmentId, actionId } = row ?? {};
    const ids = { priority: priorityId ?? '', commitment: commitmentId ?? '', action: actionId ?? '' };
    const target = row && (await loadTarget(viewer, db, ids));
    return target && { ...target, row };
  },
  allow: can.assignLeads,
  async run(viewer, db, { endsOn }, { row, ...target }) {
    const now = today();
    if (row.endsOn && row.endsOn < now) throw new Refusal('This has ended already.');
    const earliest = addDays(row.startsOn, row.startsOn < now ? 0 : -1);
    if (endsOn < earliest) {
      const sentence = `Choose a day from ${formatDate(earliest)}: it began on ${formatDate(row.startsOn)}.`;
      throw new Refusal('Nothing was changed.', { errors: { endsOn: sentence } });
    }
    await checkWithin(db, target.strategy, new Date(Math.max(+endsOn, +row.startsOn)), 'endsOn');
    await writeChanges(viewer, db, { ended: [{ id: row.id, endsOn }], begun: [] });
    const to = `/${viewer.council.slug}/${target.path}?ended=${isoDay(endsOn)}`;
    return { subject: `${target.subject}, ${row.kind}`, to };
  },
});

/** Everything chosen of what a person holds goes to another from a day: what they lead, deputise and own. */
export const handOverAll = mutation({
  operation: 'handOver',
  input: handOverInput,
  load: async (viewer, db, { person }) => loadHands(viewer, db, person),
  allow: can.assignLeads,
  async run(viewer, db, { to, startsOn: on, thing, actions }, from) {
    if (to === from.id) throw new Refusal('Nothing was changed.', { errors: { to: 'Choose somebody else.' } });
    await checkInForce(db, on, 'startsOn');
    await checkCanHold(viewer, db, to, on, 'to');
    const chosen = from.rows.filter((row) => thing.includes(row.id));
    const owned = actions ? await readActions(viewer, db, { ...everything, owner: from.id, status: 'open' }) : [];
    if (chosen.length !== thing.length) {
      throw new Refusal('Somebody else has changed what this person holds. Load the page again and look once more.');
    }
    if (chosen.length + owned.length === 0) {
      throw new Refusal('Nothing was changed.', { errors: { thing: 'Choose at least one thing to hand over.' } });
    }
    const { leftOn } = from;
    const theirs = await rowsOf(viewer, db, to);
    const mine = chosen.filter((row) => row.actionId === null || row.kind === 'deputy');
    await writeChanges(viewer, db, handOver(mine, theirs, { to, on, today: today(), leftOn }));
    await giveActions(viewer, db, { actionIds: owned.map(({ id }) => id), to, on, leftOn });
    const things = mine.length + owned.length;
    await tellOfHandOver(viewer, db, { to, from: from.name, things, on });
    const subject = `${from.id} to ${to} from ${isoDay(on)}: ${count(things, 'thing')}`;
    return { subject, to: `/${viewer.council.slug}/people/${from.id}?handed=${things}` };
  },
});

/** Records the last day of a person: their roles end with it. What they hold stays on the list until it is handed over. */
export const recordLeaving = mutation({
  operation: 'recordLeaving',
  input: leavingInput,
  load: async (viewer, db, { person }) => loadHands(viewer, db, person),
  allow: can.assignLeads,
  async run(viewer, db, { leftOn }, person) {
    await checkInForce(db, leftOn, 'leftOn');
    await endMemberships(viewer, db, person.id, leftOn);
    await db.person.updateMany({ where: { councilId: viewer.councilId, id: person.id }, data: { leftOn } });
    return { subject: person.id, to: `/${viewer.council.slug}/people/${person.id}?left=1` };
  },
});

/** For a day that was recorded by mistake: the roles that ended on it go on. */
export const takeBackLeaving = mutation({
  operation: 'takeBackLeaving',
  input: personInput,
  load: async (viewer, db, { person }) => loadHands(viewer, db, person),
  allow: can.assignLeads,
  async run(viewer, db, _input, person) {
    if (!person.leftOn) throw new Refusal('Nobody has recorded a last day for this person.');
    await reopenMemberships(viewer, db, person.id, person.leftOn);
    await db.person.updateMany({ where: { councilId: viewer.councilId, id: person.id }, data: { leftOn: null } });
    return { subject: person.id, to: `/${viewer.council.slug}/people/${person.id}?stays=1` };
  },
});
