import { type IRunOptions, TextRun } from 'docx';
import { withoutUnwritable } from '#lib/typed.ts';

/** A text as runs: its line ends become line breaks in one paragraph. */
export function words(text: string, look: Pick<IRunOptions, 'bold' | 'color' | 'style'> = {}): TextRun[] {
  if (text === '') return [];
  return withoutUnwritable(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));
}
