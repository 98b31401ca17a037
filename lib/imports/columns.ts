/** The columns of a data file of the Department's data standard, by their names: their order is not fixed. */

const required = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'] as const;

const others = ['region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name'] as const;

const standing: ReadonlySet<string> = new Set([...required, ...others]);

/** Names and codes of places that we take no figures for: they are neither filters nor indicators. */
const ofPlace =
  /^(?:lad|pcon|ward|trust|sponsor|institution|planning_area|school|provider|rsc_region_lead|english_devolved_area|local_enterprise_partnership|local_skills_improvement_plan_area|mayoral_combined_authority|opportunity_area|police_force_area)_(?:code|name|id|urn|laestab|ukprn|lead_name)$/;

/** True for columns that say when and where; the rest are filters and indicators. */
export const isStanding = (name: string) => standing.has(name) || ofPlace.test(name);

const mostColumns = 500;

/**
 * What keeps a file with these column names out, as a sentence that says how to mend it; null when nothing does.
 * @param header the cells of the first row, without a byte order mark
 */
export function headerProblem(header: readonly string[]): string | null {
  const names = new Set(header);
  const missing = required.filter((name) => !names.has(name));
  if (missing.length === required.length) {
    return `The first row must hold the names of the columns of a data file of the Department for Education: ${required.join(', ')} and the figures. None of them is there.`;
  }
  if (missing.length > 0) {
    const sentences = missing.map((name) => {
      const meant = header.find((column) => !standing.has(column) && isAlike(column, name));
      return meant
        ? `The column "${meant}" must be called "${name}".`
        : `The column "${name}" is missing; the data standard asks for it.`;
    });
    return sentences.join(' ');
  }
  if (header.length > mostColumns) return `The file has ${header.length} columns. At most ${mostColumns} can be read.`;
  const empty = header.indexOf('');
  if (empty >= 0) return `Column ${empty + 1} has no name in the first row.`;
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) return `Two columns are called "${twice}". Each needs a name of its own.`;
  if (header.every(isStanding))
    return 'The file holds no figures: beside the columns for time and place there are none.';
  return null;
}

/** True where two names differ by little: capitals, blanks, or a few letters. */
function isAlike(given: string, wanted: string): boolean {
  const plain = given
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return plain.slice(0, 3) === wanted.slice(0, 3) && distance(plain, wanted) <= 3;
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The columns in one spelling: two files with the same columns in another order are of one kind. */
export const signatureOf = (header: readonly string[]) => header.toSorted().join(',');
