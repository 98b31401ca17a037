/** What is wrong at one place of a workbook, and how to mend it. */
export type Problem = {
  sheet: string;
  /** As the spreadsheet counts: 1 is the heading row. Empty where it is about the whole sheet. */
  row: number | null;
  /** "C" and what stands at its head. */
  column: string | null;
  header: string | null;
  sentence: string;
};

/** How many are shown; whoever made more has made one mistake many times. */
export const problemLimit = 200;

/** A problem of a whole sheet. */
export const ofSheet = (sheet: string, sentence: string, row: number | null = null): Problem => ({
  sheet,
  row,
  column: null,
  header: null,
  sentence,
});
