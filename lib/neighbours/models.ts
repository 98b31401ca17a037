import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import published from '#lib/neighbours/models.json' with { type: 'json' };

/** The published models of statistical neighbours. */

type Member = { areaCode: string; order: number; closeness: string };

/** A set of councils to compare with. Days are written 2025-05-01. */
export type SetContent = { name: string; model: string; startsOn: string; source: string; members: Member[] };

type Published = Omit<SetContent, 'members'> & { of: Readonly<Record<string, string | undefined>> };
const models: readonly Published[] = published.models;

/**
 * The models that list this authority, oldest first. In models.json a list is "E06000045 2, …": an ONS code and the
 * closeness, from 1 for extremely close to 5 for not close, in the order of the model.
 * @param code the ONS code of the authority
 */
export function modelsOf(code: string): SetContent[] {
  return models.flatMap(({ of, ...model }) => {
    const list = of[code];
    if (!list) return [];
    const members = list.split(', ').map((entry, at) => {
      const [areaCode = '', closeness] = entry.split(' ');
      return { areaCode, order: at + 1, closeness: published.closeness[Number(closeness) - 1] ?? '' };
    });
    return [{ ...model, members }];
  });
}

const names = new Map([
  ...authorities.map(({ code, name }) => [code, name] as const),
  ...Object.entries(published.formerAuthorities),
]);

/** The name of an authority, of one that is gone too; its code where nobody knows it. */
export const authorityName = (code: string): string => names.get(code) ?? code;
