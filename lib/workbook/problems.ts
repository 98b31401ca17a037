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
const problemLimit = 200;

/** A problem of a whole sheet. */
export const ofSheet = (sheet: string, sentence: string, row: number | null = null): Problem => ({
  sheet,
  row,
  column: null,
  header: null,
  sentence,
});

/** The problems as the errors of a form, each a sentence that begins with its place. */
export function problemErrors(problems: readonly Problem[]): Record<string, string> {
  const shown = problems.slice(0, problemLimit).map((problem, index) => [`problem${index + 1}`, asSentence(problem)]);
  const rest = problems.length - shown.length;
  return {
    ...Object.fromEntries(shown),
    ...(rest > 0 && { more: `And ${rest.toLocaleString('en-GB')} more. Mend these first, then send the file again.` }),
  };
}

function asSentence({ sheet, row, column, header, sentence }: Problem): string {
  const at = [sheet, row !== null && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ');
  return `${at}${header ? ` (${header})` : ''}: ${sentence}`;
}
