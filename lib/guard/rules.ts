import {
  ageThenName,
  areInitials,
  bareInitials,
  birthShape,
  dateShape,
  dottedInitials,
  emailShape,
  isName,
  namedByLetter,
  nameThenAge,
  nhsShape,
  oneChild,
  phoneShape,
  postcodeShape,
  smallCount,
  smallCountAlone,
  upnShape,
} from '#lib/guard/patterns.ts';

/**
 * What in a text could point at one child. It helps while somebody writes and never stops a draft; before a text is
 * published, a second person answers each finding. Pure and small: the browser runs the same rules.
 * UK GDPR article 4(1): a person is identifiable by a number or by what is particular to them, not by name alone.
 */
export type FindingKind =
  | 'nameAndAge'
  | 'dateOfBirth'
  | 'nhsNumber'
  | 'pupilNumber'
  | 'postcode'
  | 'initials'
  | 'reachable'
  | 'oneChild'
  | 'smallNumber';

export type Finding = {
  field: string;
  kind: FindingKind;
  /** Exactly as it stands in the text. */
  words: string;
  /** Where it stands, in characters from the beginning of the field. */
  start: number;
  /** The sentence around it. */
  sentence: string;
};

/** What each kind is, and what to do about it. */
export const kindWords: Record<FindingKind, { what: string; instead: string }> = {
  nameAndAge: { what: 'A name beside an age', instead: 'Leave out the name and the age.' },
  dateOfBirth: {
    what: 'It may be a date of birth',
    instead: 'Leave out the day, or say which event it is the date of.',
  },
  nhsNumber: { what: 'An NHS number', instead: 'Take it out.' },
  pupilNumber: { what: 'A unique pupil number', instead: 'Take it out.' },
  postcode: { what: 'A postcode', instead: 'Name the area, never the address.' },
  initials: { what: 'Initials or a letter for a person', instead: 'Write about what changed, not about who it was.' },
  reachable: { what: 'A telephone number or an email address', instead: 'Name the team instead.' },
  oneChild: { what: 'It is about one child', instead: 'Write about children together, or say what changed for all.' },
  smallNumber: { what: 'A small number of children', instead: 'Say “a few”, or give a larger group.' },
};

type Options = {
  /** The council's rule disclosureThreshold: counts from 1 to it could point at a child. */
  threshold: number;
  /** Today's year: a whole date of four years ago or more may be a date of birth. */
  year: number;
};

/** Findings in the order in which they stand; the same words of the same kind are named once for a field. */
export function findings(texts: readonly { field: string; text: string }[], options: Options): Finding[] {
  return texts.flatMap(({ field, text }) => findingsIn(text, options).map((found) => ({ field, ...found })));
}

type Found = Omit<Finding, 'field'>;

function findingsIn(text: string, { threshold, year }: Options): Found[] {
  const small = smallCount(threshold);
  const alone = smallCountAlone(threshold);
  const found = [
    ...matches(text, nhsShape, 'nhsNumber', ([, words = '']) => hasCheckDigit(words) && words),
    ...matches(text, upnShape, 'pupilNumber'),
    ...matches(text, postcodeShape, 'postcode', ([words]) => !/\b\d(?:st|nd|rd|th)$/.test(words) && words),
    ...matches(text, birthShape, 'dateOfBirth'),
    ...matches(text, dateShape, 'dateOfBirth', ([words]) => yearOf(words, year) <= year - 4 && words),
    ...matches(text, emailShape, 'reachable'),
    ...matches(text, phoneShape, 'reachable'),
    ...matches(text, nameThenAge, 'nameAndAge', ([words, name = '']) => isName(name) && words),
    ...matches(text, ageThenName, 'nameAndAge', ([words, name = '']) => isName(name) && words),
    ...matches(text, namedByLetter, 'initials', ([words]) => !words.endsWith(' I') && words),
    ...matches(text, bareInitials, 'initials', ([words, letters = '']) => areInitials(letters) && words),
    ...matches(
      text,
      dottedInitials,
      'initials',
      ([words]) => !/^(?:U\.K|U\.S|N\.H\.S|E\.U)/.test(words) && words.trim(),
    ),
    ...matches(text, oneChild, 'oneChild'),
    ...(small ? matches(text, small, 'smallNumber') : []),
    ...(alone ? matches(text, alone, 'smallNumber') : []),
  ].toSorted((one, other) => one.start - other.start || other.words.length - one.words.length);
  return found.filter((one, index) => !found.slice(0, index).some((earlier) => isSaidBy(earlier, one)));
}

/** True where an earlier finding has the same words, or stands around this one. */
function isSaidBy(earlier: Found, one: Found): boolean {
  if (earlier.kind !== one.kind) return false;
  const isSame = earlier.words.toLowerCase() === one.words.toLowerCase();
  return isSame || (earlier.start <= one.start && one.start + one.words.length <= earlier.start + earlier.words.length);
}

function matches(
  text: string,
  shape: RegExp,
  kind: FindingKind,
  take: (match: RegExpExecArray) => string | false = ([words]) => words,
): Found[] {
  return [...text.matchAll(shape)].flatMap((match) => {
    const words = take(match);
    return words ? [{ kind, words, start: match.index, sentence: sentenceAt(text, match.index, words.length) }] : [];
  });
}

/** The last digit of an NHS number proves the nine before it (NHS Data Dictionary, modulus 11). */
function hasCheckDigit(words: string): boolean {
  const digits = [...words.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** The year that a date names; two digits mean the last hundred years. */
function yearOf(words: string, thisYear: number): number {
  const four = /\d{4}/.exec(words)?.[0];
  if (four) return Number(four);
  const two = Number(/\d{2}$/.exec(words)?.[0]) + Math.floor(thisYear / 100) * 100;
  return two > thisYear ? two - 100 : two;
}

/** From the end of the sentence before to the end of this one. */
function sentenceAt(text: string, start: number, length: number): string {
  const before = text.slice(0, start).search(/[^.!?\n]*$/);
  const after = text.slice(start + length).search(/[.!?\n]/);
  const end = after === -1 ? text.length : start + length + after + 1;
  return text.slice(Math.max(0, before), end).trim();
}
