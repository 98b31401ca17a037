'use server';
import { notFound } from 'next/navigation';
import { day } from '#lib/calendar/rules.ts';
import { loadCouncil } from '#lib/councils/changing.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { careOf, dayAfterStart, meaningOf, polarityOf, wordsOf } from '#lib/indicators/editing/fields.ts';
import { hasValues, loadDefined, loadIndicator } from '#lib/indicators/editing/loading.ts';
import { addInput, careInput, meaningInput, polarityInput, wordsInput } from '#lib/indicators/editing/schema.ts';
import { freeKey, meaningData, savedAt, sourceFor, touch } from '#lib/indicators/editing/writing.ts';
import { readPeriod } from '#lib/indicators/periods/typed.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

/** A new figure, with the first version of what it means. Nobody has confirmed yet which way is good. */
export const addIndicator = mutation({
  operation: 'addIndicator',
  input: addInput,
  // Held, so that two who add a figure of the same title come one after the other.
  load: loadCouncil,
  allow: can.editIndicators,
  async run(viewer, db, { indicator, title, question, polarity, polarityNote, ...meaning }) {
    const { councilId } = viewer;
    const named = indicator === '' ? null : await loadIndicator(viewer, db, indicator);
    if (indicator !== '' && !named) return notFound();
    if (named && named.definitions.length > 0) throw new Refusal('Somebody else has said meanwhile what it means.');
    const key = named?.key ?? (await freeKey(db, title));
    const sourceId = await sourceFor(viewer, db, meaning);
    const indicatorId =
      named?.id ?? (await db.indicator.create({ data: { councilId, key, title }, select: { id: true } })).id;
    if (named) await touch(viewer, db, named.id, { title });
    await db.definition.create({
      data: {
        councilId,
        indicatorId,
        version: 1,
        question,
        polarity,
        polarityNote: polarityNote || null,
        // Figures of years before it was set up here are counted the same way.
        startsOn: day('2000-01-01'),
        ...meaningData(meaning, sourceId),
      },
    });
    return { subject: key, to: savedAt(viewer, key) };
  },
});

/** Corrections of wording, which change nothing of what is counted. */
export const saveIndicatorWords = mutation({
  operation: 'saveIndicatorWords',
  input: wordsInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown, indicator: key, ...typed }, { id, title, definition }) {
    const stands = wordsOf(title, definition);
    sameAsShown(stands, shown, { fields: stands, typed });
    await touch(viewer, db, id, { title: typed.title });
    const where = { councilId_id: { councilId: viewer.councilId, id: definition.id } };
    await db.definition.update({ where, data: { question: typed.question } });
    return { subject: key, to: savedAt(viewer, key) };
  },
});

/** What is counted. Once there are values this begins a new version, and the series breaks there. */
export const saveMeaning = mutation({
  operation: 'saveMeaning',
  input: meaningInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown, indicator: key, breakReason, startsOn, ...meaning }, { id, definition }) {
    const { councilId } = viewer;
    const stands = meaningOf(definition);
    sameAsShown(stands, shown, {
      fields: stands,
      typed: { ...meaning, isYearToDate: meaning.isYearToDate ? 'yes' : '' },
    });
    const sourceId = await sourceFor(viewer, db, meaning);
    const data = meaningData(meaning, sourceId);
    const isSame = Object.entries(data).every(([name, value]) => definition[name as keyof typeof data] === value);
    if (isSame) throw new Refusal('Nothing of what is counted was changed.');
    await touch(viewer, db, id);
    if (!(await hasValues(db, definition.id))) {
      await db.definition.update({ where: { councilId_id: { councilId, id: definition.id } }, data });
      return { subject: key, to: savedAt(viewer, key) };
    }
    const earliest = dayAfterStart(definition);
    const errors = {
      ...(breakReason === '' && { breakReason: 'Say why it is counted in another way from now on.' }),
      ...(startsOn === '' && { startsOn: 'Enter the first day that is counted in the new way.' }),
      ...(startsOn !== '' &&
        startsOn < earliest && { startsOn: `The version before began later: choose ${earliest} or after.` }),
    };
    if (Object.keys(errors).length > 0) {
      throw new Refusal(
        'There are values already, so this begins a new version: the line of the figure breaks there.',
        { errors },
      );
    }
    const { version, indicatorId, question, polarity, polarityNote, expectedAfterMonths, minimumGroup } = definition;
    // Which way is good was confirmed of the version before: somebody has to look at it again.
    const kept = { indicatorId, question, polarity, polarityNote, expectedAfterMonths, minimumGroup };
    await db.definition.create({
      data: { councilId, ...kept, ...data, version: version + 1, breakReason, startsOn: day(startsOn) },
    });
    return { subject: `${key}, version ${version + 1}`, to: savedAt(viewer, key) };
  },
});

/** A person says which way is good. Their name stands beside it from then on. */
export const confirmPolarity = mutation({
  operation: 'confirmPolarity',
  input: polarityInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown, indicator: key, polarity, polarityNote }, { id, definition }) {
    const stands = polarityOf(definition);
    sameAsShown(stands, shown, { fields: stands, typed: { polarity, polarityNote, confirmedBy: stands.confirmedBy } });
    await touch(viewer, db, id);
    await db.definition.update({
      where: { councilId_id: { councilId: viewer.councilId, id: definition.id } },
      data: { polarity, polarityNote: polarityNote || null, polarityConfirmedById: viewer.personId },
    });
    return { subject: `${key}: ${polarity}`, to: savedAt(viewer, key) };
  },
});

/** Who sees to it that each value comes, by when, from which group on there are verdicts, and where it starts from. */
export const saveIndicatorCare = mutation({
  operation: 'saveIndicatorCare',
  input: careInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown, indicator: key, owner, ...typed }, { id, ownerId, definition }) {
    const stands = careOf(ownerId, definition);
    const asFields = { ...typed, owner, expectedAfterMonths: String(typed.expectedAfterMonths ?? '') };
    sameAsShown(stands, shown, { fields: stands, typed: asFields });
    const isHere =
      owner === '' || (await db.person.findFirst({ where: { id: owner, leftOn: null }, select: { id: true } }));
    if (!isHere) throw new Refusal('This person is not here any more.', { errors: { owner: 'Choose somebody else.' } });
    const { baselinePeriod, baselineValue } = typed;
    const read = baselinePeriod === '' ? null : readPeriod(definition.periodType, baselinePeriod, isoDay(today()));
    if (read && 'sentence' in read) throw new Refusal(read.sentence, { errors: { baselinePeriod: read.sentence } });
    if (!read && baselineValue !== '') {
      const sentence = 'Say which period this value is of.';
      throw new Refusal(sentence, { errors: { baselinePeriod: sentence } });
    }
    await touch(viewer, db, id, { ownerId: owner || null });
    await db.definition.update({
      where: { councilId_id: { councilId: viewer.councilId, id: definition.id } },
      data: {
        expectedAfterMonths: typed.expectedAfterMonths,
        minimumGroup: typed.minimumGroup,
        baselinePeriod: read?.period ?? null,
        baselineValue: baselineValue || null,
      },
    });
    return { subject: key, to: savedAt(viewer, key) };
  },
});
