'use server';
import { day } from '#lib/calendar/rules.ts';
import { loadCouncil, savedAt } from '#lib/councils/changing.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import { fieldsOfRule, readNewestRule } from '#lib/disclosure/queries.ts';
import { ruleInput, sourceInput } from '#lib/disclosure/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

/**
 * A new rule for small numbers, of one source or of the council. A rule is never changed: another one takes its place.
 * The council's own holds at once, for what people type and what young people say is held against its threshold.
 */
export const decideRule = mutation({
  operation: 'decideRule',
  input: ruleInput,
  async load(viewer, db, { source }) {
    const council = await loadCouncil(viewer, db);
    if (source === '') return { council, sourceId: null };
    const found = await db.source.findFirst({ where: { id: source }, select: { id: true } });
    return found && { council, sourceId: found.id };
  },
  allow: can.manageDisclosure,
  async run(viewer, db, { shown, source: _, startsOn, reason, protectsRest, ...typed }, { council, sourceId }) {
    const { councilId, personId } = viewer;
    const rule = { ...typed, protectsRest: protectsRest === 'yes' };
    const newest = await readNewestRule(db, sourceId);
    sameAsShown(newest?.id ?? '', shown, { fields: newest ? fieldsOfRule(newest) : {}, typed: fieldsOfRule(rule) });
    const now = today();
    const begins = sourceId === null || startsOn === '' ? now : day(startsOn);
    if (begins < now) {
      throw new Refusal('A rule cannot begin in the past: what was shown then has been seen.', {
        errors: { startsOn: 'Choose today or a later day.' },
      });
    }
    const { id } = await db.disclosureRule.create({
      data: { councilId, sourceId, startsOn: begins, ...rule, reason, decidedById: personId, decidedOn: now },
      select: { id: true },
    });
    if (sourceId === null) {
      const rules = { ...council.kept.rules, disclosureThreshold: rule.threshold };
      await db.council.update({ where: { id: councilId }, data: { rules } });
    }
    return { subject: `${id}, from ${isoDay(begins)}`, to: savedAt(viewer, 'disclosure') };
  },
});

/** Who publishes figures, under which licence, and where they can be read. */
export const saveSource = mutation({
  operation: 'saveSource',
  input: sourceInput,
  async load(_viewer, db, { source }) {
    await db.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${source}::uuid FOR UPDATE`;
    return db.source.findFirst({ where: { id: source } });
  },
  allow: can.manageDisclosure,
  async run(viewer, db, { shown, source: _, ...typed }, { id, name, licence, address }) {
    const stands = { name, licence, address };
    sameAsShown(stands, shown, { fields: stands, typed });
    const same = await db.source.findFirst({ where: { name: typed.name, NOT: { id } }, select: { id: true } });
    if (same) {
      const sentence = 'Another source has this name. Choose a name that tells the two apart.';
      throw new Refusal(sentence, { errors: { name: sentence } });
    }
    await db.source.update({ where: { councilId_id: { councilId: viewer.councilId, id } }, data: typed });
    return { subject: id, to: savedAt(viewer, 'disclosure') };
  },
});
