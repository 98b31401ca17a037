'use server';
import { z } from 'zod';
import { shown, text } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { loadDefined } from '#lib/indicators/editing/loading.ts';
import { indicatorKey } from '#lib/indicators/editing/schema.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { placePeriod } from '#lib/indicators/periods/versions.ts';
import { newestOf, recordValue } from '#lib/indicators/values/reading.ts';
import { readValue, sameValue } from '#lib/indicators/values/rules.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { MissingSymbol } from '#prisma/generated/enums.ts';

const valueInput = z.object({
  /** The value that the form was opened to correct, or that it was told of: its id. */
  shown,
  indicator: indicatorKey,
  area: z.uuid('Choose an area.'),
  period: text(60, 'The period'),
  numerator: text(20, 'The count'),
  denominator: text(20, 'The count'),
  value: text(20, 'The value'),
  symbol: z.union([z.literal(''), z.enum(MissingSymbol)]).default(''),
});

/** A value of an area and a period. A correction is a new row; the old value stays, with who recorded it and when. */
export const recordIndicatorValue = mutation({
  operation: 'recordValue',
  input: valueInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.recordValues,
  async run(viewer, db, { shown: seen, indicator: key, area: areaId, period: typedPeriod, ...typed }, { definitions }) {
    const area = await db.area.findFirst({ where: { id: areaId } });
    if (!area) throw new Refusal('This area is not there any more.', { errors: { area: 'Choose another.' } });
    const read = placePeriod(definitions, typedPeriod, isoDay(today()));
    if ('sentence' in read) throw new Refusal(read.sentence, { errors: { period: read.sentence } });
    const definition = read.version;
    const { unit, decimals, periodType } = definition;
    const checked = readValue(typed, { unit, decimals, isOwn: area.code === viewer.council.code });
    if ('errors' in checked) throw new Refusal('There is a problem with what was entered.', { errors: checked.errors });
    const at = { definitionId: definition.id, areaId, period: read.period };
    const stands = await newestOf(db, at);
    if (stands && sameValue(stands, checked.stored)) {
      throw new Refusal('This is what is recorded already. Nothing was changed.');
    }
    if (stands && stands.id !== seen) {
      const who = stands.recordedBy ? ` by ${stands.recordedBy.name}` : '';
      throw new Refusal(
        `There is a value for ${periodWords(periodType, read.period)} already, recorded${who} on ${formatDate(stands.recordedAt)}. Send the form again to put yours in its place; the old one stays in the list.`,
        { theirs: { shown: stands.id } },
      );
    }
    await recordValue(viewer, db, { ...at, endsOn: read.endsOn, after: stands?.recordedAt ?? null }, checked.stored);
    const place = `/${viewer.council.slug}/indicators/${key}/values`;
    return { subject: `${key}, ${area.name}, ${read.period}`, to: `${place}?saved=${Date.now().toString(36)}` };
  },
});
