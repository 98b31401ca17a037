/**
 * A text as it is kept, whether somebody typed it or a file held it: line ends are one character, characters that
 * are none go (PostgreSQL, XML and readers cannot use them), and blanks around it do not count.
 */
export const cleanText = (typed: string): string => withoutUnwritable(typed.replace(/\r\n?/g, '\n')).trim();

/** The text without control characters, non-characters and halves of surrogate pairs. Tabs and line ends stay. */
export const withoutUnwritable = (text: string): string =>
  text.replace(/(?![\n\r\t])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu, '');
