import 'server-only';
import type { z } from 'zod';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { ImportRule } from '#lib/imports/map.ts';
import { chosenOf, type Open } from '#lib/imports/ruling.ts';
import { type breakdownInput, newBreakdown, totalMark } from '#lib/imports/schema.ts';
import { fieldErrors } from '#lib/mutation.ts';

type Input = z.infer<typeof breakdownInput>;

/**
 * The rule of a breakdown from its form; makes the breakdown where it is new.
 * @throws Refusal where nothing was chosen, or a name is none of the breakdown's
 */
export async function breakdownRule(db: Db, councilId: string, input: Input, open: Open): Promise<ImportRule> {
  const { facts } = open;
  const chosenFilters = [input.rowFilter, input.columnFilter].filter((name) => name !== '');
  const rows = namesOf(open, input, input.rowFilter, 'row');
  const columns = input.columnFilter === '' ? null : namesOf(open, input, input.columnFilter, 'column');
  const shared = chosenOf(facts, input, input, chosenFilters);
  const indicator = await db.indicator.findFirst({
    where: { key: input.indicator },
    select: { id: true, breakdowns: { select: { key: true, rows: true, columns: true } } },
  });
  if (!indicator) throw new Refusal('This figure is no longer there.');
  const known = indicator.breakdowns.find(({ key }) => key === input.breakdown);
  if (input.breakdown !== '' && !known) throw new Refusal('This breakdown is no longer there.');
  const parts = { rows: partsOf(rows), columns: partsOf(columns) };
  if (known && !(within(parts.rows, known.rows) && within(parts.columns, known.columns))) {
    throw new Refusal('A name is none of those in the breakdown. Load the page again.');
  }
  const key = known?.key ?? (await make(db, { councilId, indicatorId: indicator.id, input, parts }));
  return {
    id: crypto.randomUUID(),
    indicator: input.indicator,
    breakdown: key,
    ...shared,
    across: [
      { column: input.rowFilter, axis: 'row', names: rows },
      ...(columns ? [{ column: input.columnFilter, axis: 'column' as const, names: columns }] : []),
    ],
  };
}

const partsOf = (names: Record<string, string> | null) =>
  [...new Set(Object.values(names ?? {}))].filter((name) => name !== '');
const within = (parts: readonly string[], known: readonly string[]) => parts.every((part) => known.includes(part));

/** Item by item what the form says of a filter: a part, the total (""), or nothing where it is left out. */
function namesOf({ facts }: Open, form: Input, column: string, axis: 'row' | 'column'): Record<string, string> {
  const filter = facts.filters.find((one) => one.column === column);
  if (!filter) throw new Refusal('This filter is none of the file’s.');
  const names: Record<string, string> = {};
  for (const [at, item] of filter.items.entries()) {
    const name = form[`${axis}${at}`];
    if (typeof name === 'string' && name !== '') names[item] = name === totalMark ? '' : name.slice(0, 300);
  }
  if (partsOf(names).length === 0) {
    throw new Refusal(`Choose at least one part of "${filter.label}".`, { errors: { [`${axis}0`]: 'Choose a part.' } });
  }
  return names;
}

type Made = {
  councilId: string;
  indicatorId: string;
  input: Input;
  parts: { rows: string[]; columns: string[] };
};

async function make(db: Db, { councilId, indicatorId, input, parts }: Made): Promise<string> {
  const parsed = newBreakdown.safeParse(input);
  if (!parsed.success) {
    throw new Refusal('There is a problem with what was entered.', { errors: fieldErrors(parsed.error) });
  }
  const { title, rowTitle } = parsed.data;
  const key =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'table';
  const taken = await db.breakdown.count({ where: { indicatorId, key } });
  if (taken > 0)
    throw new Refusal('There is one already.', { errors: { title: 'There is a breakdown of this title.' } });
  await db.breakdown.create({
    data: {
      councilId,
      indicatorId,
      key,
      title,
      rowTitle,
      rows: parts.rows,
      columnTitle: parts.columns.length > 0 ? input.columnTitle || input.columnFilter : '',
      columns: parts.columns,
      isWhole: input.isWhole === 'yes',
    },
  });
  return key;
}
