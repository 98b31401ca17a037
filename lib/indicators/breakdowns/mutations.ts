'use server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { slugOf } from '#lib/councils/founding-schema.ts';
import { markOf, sameAsShown } from '#lib/councils/marks.ts';
import { filled, shown, text } from '#lib/councils/schema.ts';
import { type DisclosureRule, discloseObservation } from '#lib/disclosure/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { partsOf, tableFields } from '#lib/indicators/breakdowns/reading.ts';
import { missingNames, namesIn, readTable } from '#lib/indicators/breakdowns/rules.ts';
import { loadDefined } from '#lib/indicators/editing/loading.ts';
import { indicatorKey } from '#lib/indicators/editing/schema.ts';
import { savedAt, touch } from '#lib/indicators/editing/writing.ts';
import { placePeriod } from '#lib/indicators/periods/versions.ts';
import { readHeads } from '#lib/indicators/queries.ts';
import { newestOf, ownArea, recordedAfter } from '#lib/indicators/values/reading.ts';
import type { StoredValue } from '#lib/indicators/values/rules.ts';
import { sameValue } from '#lib/indicators/values/rules.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

const breakdownInput = z.object({
  shown,
  indicator: indicatorKey,
  /** Empty for a new one. */
  breakdown: z.union([z.literal(''), z.uuid()]).default(''),
  title: filled(120, 'The title', 'Give it a title, such as By age.'),
  rowTitle: filled(60, 'What the rows are', 'Say what the rows are, such as Age.'),
  rows: filled(2_000, 'The rows', 'Write the rows, each on a line of its own.'),
  columnTitle: text(60, 'What the columns are'),
  columns: text(2_000, 'The columns'),
  isWhole: z.enum(['', 'yes']).default('').transform(Boolean),
});

/** A table of a figure by one characteristic or two. Rows and columns that have values stay. */
export const saveBreakdown = mutation({
  operation: 'saveBreakdown',
  input: breakdownInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown: mark, indicator: key, breakdown: id, ...typed }, { id: indicatorId }) {
    const { councilId } = viewer;
    const [rows, columns] = [namesIn(typed.rows), namesIn(typed.columns)];
    if ('sentence' in rows) throw new Refusal(rows.sentence, { errors: { rows: rows.sentence } });
    if ('sentence' in columns) throw new Refusal(columns.sentence, { errors: { columns: columns.sentence } });
    if (columns.names.length > 0 && typed.columnTitle === '') {
      const sentence = 'Say what the columns are, such as Sex.';
      throw new Refusal(sentence, { errors: { columnTitle: sentence } });
    }
    const { title, rowTitle, columnTitle, isWhole } = typed;
    const data = {
      title,
      rowTitle,
      rows: rows.names,
      columnTitle: columns.names.length > 0 ? columnTitle : '',
      columns: columns.names,
      isWhole,
    };
    const all = await db.breakdown.findMany({ where: { indicatorId } });
    if (id === '') {
      const taken = new Set(all.map((one) => one.key));
      const base = slugOf(title) || 'breakdown';
      const free = [base, ...Array.from({ length: taken.size + 1 }, (_, index) => `${base}-${index + 2}`)].find(
        (one) => !taken.has(one),
      );
      await db.breakdown.create({ data: { councilId, indicatorId, key: free ?? base, ...data } });
    } else {
      const found = all.find((one) => one.id === id) ?? notFound();
      const stands = tableFields(found);
      sameAsShown(stands, mark, { fields: stands, typed: { ...typed, isWhole: isWhole ? 'yes' : '' } });
      const missing = missingNames(data, await partsOf(db, id));
      if (missing.length > 0) {
        const sentence = `There are values for ${missing.map((name) => `“${name}”`).join(', ')}: these stay as they are.`;
        throw new Refusal(sentence, { errors: { rows: sentence } });
      }
      await db.breakdown.update({ where: { councilId_id: { councilId, id } }, data });
    }
    await touch(viewer, db, indicatorId);
    return { subject: `${key}: ${title}`, to: savedAt(viewer, key) };
  },
});

/** The cells arrive as n0.1 (how many) and d0.1 (of how many): row 0, column 1; "all" stands for the total. */
const tableInput = z.looseObject({
  shown,
  indicator: indicatorKey,
  breakdown: z.uuid(),
  period: text(60, 'The period'),
});

/** A whole table of one period for the own council, all of it or nothing. Only what differs is written. */
export const recordTable = mutation({
  operation: 'recordTable',
  input: tableInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.recordValues,
  async run(viewer, db, input, { id: indicatorId, key, definitions }) {
    const { councilId, personId: recordedById } = viewer;
    const { breakdown: breakdownId, period: typedPeriod, shown: mark, ...cells } = input;
    const breakdown = (await db.breakdown.findFirst({ where: { id: breakdownId, indicatorId } })) ?? notFound();
    const read = placePeriod(definitions, typedPeriod, isoDay(today()));
    if ('sentence' in read) throw new Refusal(read.sentence, { errors: { period: read.sentence } });
    const definition = read.version;
    const area = await ownArea(viewer, db);
    const whole = await newestOf(db, { definitionId: definition.id, areaId: area.id, period: read.period });
    const [head] = (await readHeads(db, clock(), { keys: [key] })).filter(({ id }) => id === definition.id);
    const isNamed =
      can.manageDisclosure(viewer) ||
      (head !== undefined && whole !== null && isShown(whole, definition.unit, head.rule));
    const table = readTable(
      cells,
      { ...breakdown, unit: definition.unit, decimals: definition.decimals },
      whole && { ...whole, isNamed },
    );
    if ('errors' in table) throw new Refusal('There is a problem with what was entered.', { errors: table.errors });
    const where = { breakdownId, definitionId: definition.id, areaId: area.id, period: read.period };
    const standing = await partsOf(db, breakdownId, where);
    const basis = markOf(standing.map(({ id }) => id));
    if (standing.length > 0 && mark !== basis) {
      throw new Refusal(
        'There are values of this period already. Send the form again to put yours in their place; the old ones stay to be read.',
        { theirs: { shown: basis } },
      );
    }
    const fresh = table.cells.filter((cell) => {
      const stands = standing.find((one) => one.row === cell.row && one.column === cell.column);
      return !stands || !sameValue(stands, cell);
    });
    if (fresh.length === 0) throw new Refusal('Nothing in it differs from what is recorded.');
    const recordedAt = recordedAfter(standing.map((one) => one.recordedAt));
    await db.breakdownValue.createMany({
      data: fresh.map((cell) => ({
        councilId,
        ...where,
        ...cell,
        periodEndsOn: new Date(`${read.endsOn}T00:00:00Z`),
        recordedAt,
        recordedById,
      })),
    });
    return {
      subject: `${key}: ${breakdown.title}, ${read.period}`,
      to: `/${viewer.council.slug}/indicators/${key}/values?saved=${Date.now().toString(36)}`,
    };
  },
});

/** Whether a refusal may say what the figure of the period is: only where every page does. */
const isShown = (whole: StoredValue, unit: string, rule: DisclosureRule): boolean =>
  sameValue(whole, discloseObservation(whole, unit, rule));
