import { z } from 'zod';
import { areasWith, type Choice, type Material, usualChoice } from '#lib/indicators/exploring/rules.ts';

/** What stands in an address, by name. */
export type Asked = Record<string, string | string[] | undefined>;

const list = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const word = z.string().max(200);
const parameters = {
  areas: list.pipe(z.array(z.string().max(20)).max(60)),
  from: z.iso.date(),
  to: z.iso.date(),
  by: word,
  rows: list.pipe(z.array(word).max(60)),
  columns: list.pipe(z.array(word).max(60)),
  view: z.enum(['chart', 'table']),
  kind: z.enum(['lines', 'bars']),
} as const;
type Name = keyof typeof parameters;

/**
 * The choice that an address makes, and a plain sentence for every part of it that cannot be had: the usual stands in
 * its place. A form sends `was` along, the breakdown that its rows belong to: those of another one mean nothing.
 */
export function readAddress(asked: Asked, material: Material): { choice: Choice; problems: string[] } {
  const problems: string[] = [];
  const said = <N extends Name>(name: N): z.output<(typeof parameters)[N]> | null => {
    const given = asked[name];
    if (given === undefined) return null;
    const parsed = parameters[name].safeParse(given);
    if (parsed.success) return parsed.data as z.output<(typeof parameters)[N]>;
    problems.push(strange[name]);
    return null;
  };
  const by = said('by') ?? '';
  const usual = usualChoice(material, by);
  if (by !== usual.by) problems.push(strange.by);
  const breakdown = material.breakdowns.find(({ key }) => key === usual.by);
  const isOfOther = asked.was !== undefined && asked.was !== usual.by;
  const some = (name: 'areas' | 'rows' | 'columns', known: readonly string[]) => {
    const wanted = said(name);
    if (wanted === null) {
      if (asked.was !== undefined && !isOfOther && known.length > 1) problems.push(none[name]);
      return usual[name];
    }
    const found = known.filter((one) => wanted.includes(one));
    if (!isOfOther && wanted.some((one) => !known.includes(one))) problems.push(strange[name]);
    return found.length > 0 ? found : usual[name];
  };
  const areas = some(
    'areas',
    areasWith(material, usual.by).map(({ code }) => code),
  );
  const parts = breakdown && !isOfOther;
  const rows = parts ? some('rows', ['', ...breakdown.rows]) : usual.rows;
  const columns = parts && breakdown.columns.length > 0 ? some('columns', ['', ...breakdown.columns]) : usual.columns;
  const period = (name: 'from' | 'to') => {
    const day = said(name);
    if (day === null || material.periods.some(({ endsOn }) => endsOn === day)) return day ?? usual[name];
    problems.push(strange[name]);
    return usual[name];
  };
  const [from, to] = [period('from'), period('to')].toSorted();
  return {
    choice: {
      areas,
      rows,
      columns,
      by: usual.by,
      from: from ?? '',
      to: to ?? '',
      view: said('view') ?? usual.view,
      kind: said('kind') ?? usual.kind,
    },
    problems: [...new Set(problems)],
  };
}

const strange: Record<Name, string> = {
  areas: 'An area in the address has no figures here, so it is left out.',
  from: 'The first period in the address has no figures here, so it begins with the oldest.',
  to: 'The last period in the address has no figures here, so it ends with the newest.',
  by: 'The address asks for a breakdown that this figure does not have, so the whole is shown.',
  rows: 'The address asks for a part that this breakdown does not have, so it is left out.',
  columns: 'The address asks for a part that this breakdown does not have, so it is left out.',
  view: 'The address asks for a view that there is not, so chart and table are shown.',
  kind: 'The address asks for a kind of chart that there is not, so lines are drawn.',
};

const none = {
  areas: 'No area was chosen, so the usual ones are shown.',
  rows: 'No part was chosen, so all of them are shown.',
  columns: 'No part was chosen, so all are shown together.',
};

/** The address of a choice, as short as it can be: what is usual is left out. */
export function addressOf(choice: Choice, material: Material): string {
  const usual = usualChoice(material, choice.by);
  const query = new URLSearchParams();
  for (const [name, value] of entriesOf(choice)) {
    const isUsual = JSON.stringify(choice[name]) === JSON.stringify(usual[name]);
    if (name === 'by' ? value !== '' : !isUsual) query.append(name, value);
  }
  return query.toString();
}

/** A choice as a form would send it: every control by its name and value. */
export function entriesOf(choice: Choice): [Name, string][] {
  return (['areas', 'from', 'to', 'by', 'rows', 'columns', 'view', 'kind'] as const).flatMap((name) =>
    [choice[name]].flat().map((value): [Name, string] => [name, value]),
  );
}

/** The query of a request as a page is given it. */
export function askedOf(query: URLSearchParams): Asked {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const all = query.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}
