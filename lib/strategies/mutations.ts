'use server';
import { day } from '#lib/calendar/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { inheritPlaces } from '#lib/strategies/editing/inheriting.ts';
import { added, changed, removed, rowOf } from '#lib/strategies/editing/rules.ts';
import { carriedOver, firstContent, successorOf } from '#lib/strategies/editing/successor.ts';
import { addressOf, loadEditing, refuseIfStale, saveContent } from '#lib/strategies/editing/working.ts';
import { carryInput, confirmInput, newRowInput, removeInput, rowInput, startInput } from '#lib/strategies/schema.ts';

/** Saves a row of a strategy, or the strategy itself; a change to adopted wording needs a reason and is kept. */
export const editRow = mutation({
  operation: 'editStrategy',
  input: rowInput,
  load: async (_viewer, db, { strategy, noun, name }) => {
    const editing = await loadEditing(db, strategy);
    return editing && rowOf(editing.content, noun, name) ? editing : null;
  },
  allow: can.editStrategy,
  async run(viewer, db, { noun, name, version, reason, ...typed }, editing) {
    await refuseIfStale(db, editing, { noun, name, version }, typed);
    const content = changed(editing.content, noun, name, typed, editing.catalogue);
    await saveContent(viewer, db, content, { noun, name, reason });
    const subject = `${editing.key}, ${noun} ${name}`.trim();
    return { subject, to: await addressOf(db, `/${viewer.council.slug}`, editing, noun, name) };
  },
});

/** Puts a new priority, commitment, promise or measure into a strategy, alone or under another. */
export const addRow = mutation({
  operation: 'addToStrategy',
  input: newRowInput,
  load: async (_viewer, db, { strategy }) => loadEditing(db, strategy),
  allow: can.editStrategy,
  async run(viewer, db, { noun, ...typed }, editing) {
    const { content, name } = added(editing.content, noun, typed, editing.catalogue);
    await saveContent(viewer, db, content, { noun, name, reason: '' });
    const to = await addressOf(db, `/${viewer.council.slug}`, editing, noun, name);
    return { subject: `${editing.key}, ${noun} ${name}`, to };
  },
});

/** Takes a row out on which nothing rests. */
export const removeRow = mutation({
  operation: 'removeFromStrategy',
  input: removeInput,
  load: async (_viewer, db, { strategy, noun, name }) => {
    const editing = await loadEditing(db, strategy);
    return editing && rowOf(editing.content, noun, name) ? editing : null;
  },
  allow: can.editStrategy,
  async run(viewer, db, { noun, name, version }, editing) {
    await refuseIfStale(db, editing, { noun, name, version }, {});
    await saveContent(viewer, db, removed(editing.content, noun, name), { noun, name, reason: '' });
    return {
      subject: `${editing.key}, ${noun} ${name}`,
      to: `/${viewer.council.slug}/strategies/${editing.key}`,
    };
  },
});

/** An officer says which way a measure is meant to go; what was printed stays as it is. */
export const confirmDirection = mutation({
  operation: 'confirmDirection',
  input: confirmInput,
  load: (_viewer, db, { strategy, ref }) =>
    db.measure.findFirst({ where: { ref, strategy: { key: strategy } }, select: { id: true } }),
  allow: can.editStrategy,
  async run(viewer, db, { strategy, ref, version, confirmedDirection }, { id }) {
    const { count } = await db.measure.updateMany({
      where: { id, version },
      data: { confirmedDirection, confirmedById: viewer.personId, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('Somebody changed this measure meanwhile. Load the page again, then confirm.');
    return {
      subject: `${strategy}, ${ref}`,
      to: `/${viewer.council.slug}/strategies/${strategy}/measures/${encodeURIComponent(ref)}`,
    };
  },
});

/** Puts a commitment into the strategy that came after its own; the two point to each other. */
export const carryOver = mutation({
  operation: 'carryOver',
  input: carryInput,
  async load(_viewer, db, { strategy, ref, next }) {
    const to = await loadEditing(db, next);
    const from = await loadEditing(db, strategy);
    const row = from?.content.commitments.find((one) => one.ref === ref);
    return to && from && row && to.content.supersedes === strategy ? { to, row } : null;
  },
  allow: can.editStrategy,
  async run(viewer, db, { strategy, ref, priority }, { to, row }) {
    const is = (from: { strategy: string; ref: string } | null) => from?.strategy === strategy && from.ref === ref;
    if (to.content.commitments.some(({ carriedFrom }) => is(carriedFrom))) {
      throw new Refusal(`${ref} was carried over already.`);
    }
    const content = carriedOver(to.content, { strategy, row }, priority);
    const name = content.commitments.at(-1)?.ref ?? '';
    const catalogue = to.catalogue.filter(({ key }) => content.commitments.some((one) => one.indicators.includes(key)));
    const indicators = [
      ...to.content.indicators,
      ...catalogue.filter(({ key }) => !to.content.indicators.some((one) => one.key === key)),
    ];
    await saveContent(viewer, db, { ...content, indicators }, { noun: 'commitment', name, reason: '' });
    const address = await addressOf(db, `/${viewer.council.slug}`, to, 'commitment', name);
    return { subject: `${strategy}, ${ref} to ${to.key}, ${name}`, to: address };
  },
});

/** Starts a strategy as a draft: the first of a council, or one that takes the place of another. */
export const startStrategy = mutation({
  operation: 'startStrategy',
  input: startInput,
  async load(_viewer, db, { from }) {
    if (from === '') return { id: null, content: null, taken: false };
    const editing = await loadEditing(db, from);
    const taken = editing && (await db.strategy.count({ where: { supersedesId: editing.id } })) > 0;
    return editing && { id: editing.id, content: editing.content, taken };
  },
  allow: can.editStrategy,
  async run(viewer, db, { from: _, carry, ...named }, { id, content, taken }) {
    if (taken) throw new Refusal('Another strategy took the place of this one already.');
    const existing = await db.strategy.findFirst({ where: { key: named.key }, select: { id: true } });
    if (existing) {
      const sentence = `There is a strategy "${named.key}" already.`;
      throw new Refusal(sentence, { errors: { key: sentence } });
    }
    const next = content ? successorOf(content, named, carry) : firstContent(named);
    const { priorities } = await saveContent(viewer, db, next, { noun: 'strategy', name: '', reason: '' });
    const { councilId } = viewer;
    if (id) await inheritPlaces(db, { councilId, fromId: id, startsOn: day(named.startsOn), priorities });
    return { subject: named.key, to: `/${viewer.council.slug}/strategies/${named.key}` };
  },
});
