import { type Joint, type Puzzle, planTogether } from '#lib/disclosure/joint.ts';
import type { Meaning, Recorded } from '#lib/disclosure/releases.ts';
import { Refusal } from '#lib/errors.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';

/** Says why a release cannot be made safe, in words that name figures and releases and no number. */

/**
 * @returns null where nothing is exposed by this release: what earlier ones gave away among themselves, of counts that
 * this one does not name, is no news
 */
export function refusalOf(puzzle: Puzzle, { exposed }: Joint, meanings: ReadonlyMap<string, Meaning>): Refusal | null {
  if (exposed.length === 0) return null;
  const named = new Set<Recorded>(puzzle.cells);
  const before = new Set(planTogether({ ...puzzle, cells: [] }).exposed.map(({ id }) => id));
  const fault = exposed.find(({ id, cells }) => (cells[0] && named.has(cells[0])) || !before.has(id));
  if (!fault) return null;
  const cell = fault.cells.find((one) => named.has(one)) ?? fault.cells[0] ?? puzzle.cells[0];
  const release = releaseBehind(puzzle, fault.cells);
  return new Refusal(
    `${cell ? figureWords(cell, meanings) : 'One of the figures'}: laid beside ${release}, this release would give away a small number of children, whatever else it hides. Leave this figure or this period out.`,
  );
}

function figureWords({ definitionId, period, among }: Recorded, meanings: ReadonlyMap<string, Meaning>): string {
  const meaning = meanings.get(definitionId);
  const parts = [...new URLSearchParams(among)].map(([title, value]) => `${title} ${value}`);
  return [meaning?.title ?? 'A figure', meaning ? periodWords(meaning.periodType, period) : period, ...parts].join(
    ', ',
  );
}

/** The newest earlier release that printed one of these counts, or else any count of the same puzzle. */
function releaseBehind({ earlier }: Puzzle, cells: readonly Recorded[]): string {
  const newest = [...earlier].filter(({ shown }) => shown !== null);
  newest.sort((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime());
  const isNear = ({ period, among }: Recorded) => cells.some((cell) => cell.period === period && cell.among === among);
  const found = newest.find(isNear) ?? newest[0];
  return found ? `“${found.release}”` : 'what its source published';
}
