'use server';
import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { filled } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { loadDefined } from '#lib/indicators/editing/loading.ts';
import { indicatorKey } from '#lib/indicators/editing/schema.ts';
import { savedAt, touch } from '#lib/indicators/editing/writing.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

const number = (sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,9}(\.\d{1,4})?$/, sentence);

const targetInput = z.object({
  indicator: indicatorKey,
  value: number('Enter the value to reach, like 90.'),
  tolerance: number('Enter how far off still counts as near, like 2. Enter 0 for none.').refine(
    (typed) => Number(typed) >= 0,
    'The tolerance cannot be below zero.',
  ),
  dueOn: z.iso.date('Enter the day by which it should be reached.'),
  reason: filled(500, 'The reason', 'Say why this value and this tolerance: the board will ask.'),
});

/**
 * A value that the board wants to reach by a day. One for a day that has a target already takes its place: of those of
 * one day the newest holds, and the others stay to be read.
 */
export const setTarget = mutation({
  operation: 'setTarget',
  input: targetInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { indicator: key, value, tolerance, dueOn, reason }, { id, definition }) {
    if (definition.polarity === 'none') {
      throw new Refusal(
        'Neither up nor down is good here, so there is nothing to aim for. Say first which way is good.',
      );
    }
    if (definition.unit === '%' && (Number(value) < 0 || Number(value) > 100)) {
      const sentence = 'A share lies between 0 and 100.';
      throw new Refusal(sentence, { errors: { value: sentence } });
    }
    const before = await db.target.findFirst({
      where: { definitionId: definition.id, dueOn: day(dueOn) },
      orderBy: { id: 'desc' },
    });
    if (before && Number(before.value) === Number(value) && Number(before.tolerance) === Number(tolerance)) {
      throw new Refusal('This target stands already for that day.', { errors: { value: 'Enter another value.' } });
    }
    const { councilId, personId: setById } = viewer;
    await db.target.create({
      data: {
        councilId,
        definitionId: definition.id,
        value,
        tolerance,
        dueOn: day(dueOn),
        reason,
        setById,
        setOn: today(),
      },
    });
    await touch(viewer, db, id);
    return { subject: `${key}: ${value} by ${dueOn}`, to: savedAt(viewer, key) };
  },
});
