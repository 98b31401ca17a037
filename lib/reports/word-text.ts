import { type IRunOptions, TextRun } from 'docx';

/** What no XML file may hold: control characters, halves of surrogate pairs, the two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The text without what Word could not open. Tabs and line ends stay. */
export const possible = (text: string) => text.replace(impossible, '');

/** A text as runs: its line ends become line breaks in one paragraph. */
export function words(text: string, look: Pick<IRunOptions, 'bold' | 'color' | 'style'> = {}): TextRun[] {
  if (text === '') return [];
  return possible(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));
}
