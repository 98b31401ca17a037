import 'server-only';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { signatureOf } from '#lib/imports/columns.ts';
import { type Facts, type Findings, readFindings } from '#lib/imports/findings.ts';
import { type ImportRule, type Mapping, mapping } from '#lib/imports/map.ts';

/** An import that waits for its map or for its saving, with what its file holds. */
export type Open = {
  id: string;
  fileName: string;
  mapId: string | null;
  rules: ImportRule[];
  findings: Findings;
  facts: Facts;
};

/** Held until the form is done, so that two of them do not write over each other. @throws Refusal in any other state */
export async function loadOpen(db: Db, id: string): Promise<Open | null> {
  await db.$queryRaw`SELECT id FROM "Import" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.import.findFirst({
    where: { id },
    select: { fileName: true, state: true, mapId: true, findings: true, map: { select: { mapping: true } } },
  });
  if (!row) return null;
  const found = readFindings(row.findings);
  if (row.state !== 'ready' || !found.facts) {
    throw new Refusal(
      'This file is not waiting for you: it is being read or saved, or it is done with. Load the page again.',
    );
  }
  const { rules } = mapping.parse(row.map?.mapping ?? { rules: [] });
  return { id, fileName: row.fileName, mapId: row.mapId, rules, findings: found, facts: found.facts };
}

type Writer = { councilId: string; personId: string };

/** Writes what the columns mean, for this file and for the next of its kind; the preview must be made anew. */
export async function writeRules(db: Db, { councilId, personId }: Writer, open: Open, rules: ImportRule[], now: Date) {
  const data = { mapping: mapping.parse({ rules } satisfies Mapping), savedById: personId, savedAt: now };
  let { mapId } = open;
  if (mapId) await db.importMap.updateMany({ where: { id: mapId }, data });
  else {
    const name = await freeName(db, open.fileName);
    const columns = signatureOf(open.findings.header);
    const made = await db.importMap.create({ data: { councilId, name, columns, ...data }, select: { id: true } });
    mapId = made.id;
  }
  const findings = { ...open.findings, preview: null, note: null };
  await db.import.updateMany({ where: { id: open.id }, data: { mapId, findings } });
}

/** "la_care_leavers_activity.csv" is "la care leavers activity"; the second of a name is numbered. */
async function freeName(db: Db, fileName: string): Promise<string> {
  const name =
    fileName
      .replace(/\.csv$/i, '')
      .replace(/[_.-]+/g, ' ')
      .trim()
      .slice(0, 100) || 'A file of figures';
  const taken = new Set((await db.importMap.findMany({ select: { name: true } })).map((map) => map.name));
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} ${n}`;
    if (!taken.has(tried)) return tried;
  }
}

type Chosen = { value: string; numerator: string; denominator: string; denominatorItem: string };

/**
 * The parts that rules of figures and of breakdowns share, from the form.
 * @param except filters whose items are asked for one by one
 * @throws Refusal where a column or an item is not of this file
 */
export function chosenOf(facts: Facts, form: Record<string, unknown>, chosen: Chosen, except: readonly string[] = []) {
  const errors: Record<string, string> = {};
  const pick: Record<string, string> = {};
  for (const [at, { column, items }] of facts.filters.entries()) {
    const item = form[`pick${at}`];
    if (except.includes(column) || typeof item !== 'string' || item === '') continue;
    if (items.includes(item)) pick[column] = item;
    else errors[`pick${at}`] = 'Choose one of the items in this file.';
  }
  const measures = new Set(facts.measures.map(({ column }) => column));
  for (const name of ['value', 'numerator', 'denominator'] as const) {
    if (chosen[name] !== '' && !measures.has(chosen[name])) errors[name] = 'Choose one of the columns of this file.';
  }
  const denominatorPick: Record<string, string> = {};
  if (chosen.denominatorItem !== '') {
    const [, at, item = ''] = /^(\d+) (.*)$/s.exec(chosen.denominatorItem) ?? [];
    const filter = facts.filters[Number(at)];
    if (filter?.items.includes(item)) denominatorPick[filter.column] = item;
    else errors.denominatorItem = 'Choose one of the items in this file.';
  }
  if (Object.keys(errors).length > 0) throw new Refusal('There is a problem with what was chosen.', { errors });
  const { value, numerator, denominator } = chosen;
  return { pick, value, numerator, denominator, denominatorPick };
}
