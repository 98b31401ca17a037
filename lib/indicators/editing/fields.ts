import { isoDay } from '#lib/format.ts';
import type { LoadedDefinition } from '#lib/indicators/editing/loading.ts';

/** What stands, as the fields of the forms: one reading for the page, its mark, and the mutation that checks it. */

export const wordsOf = (title: string, definition: Pick<LoadedDefinition, 'question'>) => ({
  title,
  question: definition.question,
});

export const meaningOf = (definition: LoadedDefinition) => ({
  unit: definition.unit,
  cohort: definition.cohort,
  numeratorMeaning: definition.numeratorMeaning ?? '',
  denominatorMeaning: definition.denominatorMeaning ?? '',
  periodType: definition.periodType,
  isYearToDate: definition.isYearToDate ? 'yes' : '',
  decimals: String(definition.decimals),
  source: definition.sourceId,
});

export const polarityOf = (definition: LoadedDefinition) => ({
  polarity: definition.polarity,
  polarityNote: definition.polarityNote ?? '',
  confirmedBy: definition.polarityConfirmedById ?? '',
});

export const careOf = (ownerId: string | null, definition: LoadedDefinition) => ({
  owner: ownerId ?? '',
  expectedAfterMonths: definition.expectedAfterMonths === null ? '' : String(definition.expectedAfterMonths),
  minimumGroup: String(definition.minimumGroup),
  baselinePeriod: definition.baselinePeriod ?? '',
  baselineValue: definition.baselineValue === null ? '' : String(Number(definition.baselineValue)),
});

/** The day after the version in force began: the first on which a new one can. */
export const dayAfterStart = ({ startsOn }: Pick<LoadedDefinition, 'startsOn'>) =>
  isoDay(new Date(startsOn.getTime() + 86_400_000));
