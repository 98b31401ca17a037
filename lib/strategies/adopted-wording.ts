import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { isAdopted } from '#lib/strategies/rules.ts';

/** The columns that hold what was adopted; everything else is the council's own working order. */
const adoptedFields = {
  strategy: ['title', 'testQuestions'],
  priority: ['title', 'vision', 'outcome'],
  commitment: ['title', 'wording'],
  promise: ['wording'],
  measure: ['wording', 'publishedDirection', 'target'],
} as const;

type Worded = keyof typeof adoptedFields;

export const isAdoptedField = (noun: Worded, field: string) =>
  (adoptedFields[noun] as readonly string[]).includes(field);

/** What stood in one adopted column and what takes its place. */
export type Reworded = { noun: Worded; id: string; name: string; field: string; before: string; after: string };

/** Who changes adopted wording, and why. */
export type By = { personId: string; reason: string };

/**
 * Keeps the history of changes to wording.
 * @throws Refusal when the strategy is adopted and nobody says why
 */
export async function recordRewordings(
  db: Db,
  councilId: string,
  { changes, strategy, by }: { changes: Reworded[]; strategy: Parameters<typeof isAdopted>[0]; by: By | undefined },
): Promise<void> {
  const [first] = changes;
  if (!first) return;
  if (!by?.reason.trim()) {
    if (!isAdopted(strategy, day(isoDay(clock())))) return;
    const sentence = `The wording of ${first.name} was adopted: say why it changes.`;
    throw new Refusal(sentence, { errors: { reason: sentence } });
  }
  await db.wordingChange.createMany({
    data: changes.map(({ noun, id, name: _, ...texts }) => ({
      councilId,
      at: clock(),
      ...by,
      ...texts,
      [`${noun}Id`]: id,
    })),
  });
}
