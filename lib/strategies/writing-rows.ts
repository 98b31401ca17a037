import { isAdoptedField, type Reworded } from '#lib/strategies/adopted-wording.ts';

/** A row as it is in the database. */
export type Kept = { id: string } & Record<string, unknown>;

/** Ids by what people call things: those that are there keep theirs. */
export function idsFor<Name>(kept: ReadonlyMap<Name, Kept>, names: readonly Name[]): Map<Name, string> {
  return new Map(names.map((name) => [name, kept.get(name)?.id ?? crypto.randomUUID()]));
}

/** The rows that nobody names any more. */
export const idsGone = <Name>(kept: ReadonlyMap<Name, Kept>, names: readonly Name[]): string[] =>
  [...kept].filter(([name]) => !names.includes(name)).map(([, { id }]) => id);

/** Days, decimals and lists as what can be compared. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value && 'toNumber' in value) return (value as { toNumber(): number }).toNumber();
  return Array.isArray(value) ? JSON.stringify(value) : (value ?? null);
}

/** Only the columns of `wanted` that differ from the row. */
export const differing = <Data extends object>(row: Kept, wanted: Data): Partial<Data> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => plain(row[field]) !== plain(value)),
  ) as Partial<Data>;

/** A column's value as the history of wording keeps it. */
const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('\n') : '';
};

type Bringing<Name, Data> = {
  noun: Reworded['noun'];
  kept: ReadonlyMap<Name, Kept>;
  wanted: ReadonlyMap<Name, Data>;
  ids: ReadonlyMap<Name, string>;
  create: (rows: { name: Name; id: string; data: Data }[]) => Promise<unknown>;
  change: (id: string, data: Partial<Data>) => Promise<unknown>;
};

/** Brings the rows of one table to what is wanted: creates the new, changes what differs. @returns changed wording */
export async function bring<Name extends string | number, Data extends object>(
  bringing: Bringing<Name, Data>,
): Promise<Reworded[]> {
  const { noun, kept, wanted, ids, create, change } = bringing;
  const fresh = [...wanted].filter(([name]) => !kept.has(name));
  if (fresh.length > 0) await create(fresh.map(([name, data]) => ({ name, id: ids.get(name) as string, data })));
  const reworded: Reworded[] = [];
  for (const [name, data] of wanted) {
    const row = kept.get(name);
    const changed = row ? differing(row, data) : {};
    if (!row || Object.keys(changed).length === 0) continue;
    await change(row.id, changed);
    for (const [field, after] of Object.entries(changed)) {
      if (!isAdoptedField(noun, field)) continue;
      const what = typeof name === 'number' ? `${noun} ${name}` : `"${name}"`;
      reworded.push({ noun, id: row.id, name: what, field, before: asText(row[field]), after: asText(after) });
    }
  }
  return reworded;
}
