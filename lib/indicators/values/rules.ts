import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';

/** A value as somebody types it, held against what the figure is. */

export const units = ['%', 'rate', 'score', 'number'] as const;

export const symbolWords: Record<MissingSymbol, string> = {
  c: 'c: hidden, so that no child can be identified',
  z: 'z: not applicable',
  x: 'x: not available',
  k: 'k: rounds to 0, but is not 0',
  u: 'u: too unreliable to show',
};

export type TypedValue = { numerator: string; denominator: string; value: string; symbol: '' | MissingSymbol };
export type StoredValue = {
  numerator: number | null;
  denominator: number | null;
  /** As it is shown: a share or a rate at the decimals of the figure. */
  value: number | null;
  symbol: MissingSymbol | null;
};
type Field = keyof TypedValue;
export type ReadValue = { stored: StoredValue } | { errors: Partial<Record<Field, string>> };

export type Counting = {
  unit: string;
  decimals: number;
  /** True for the council's own figure, whose share must follow from its counts. What others publish is rounded. */
  isOwn: boolean;
};

const largest = 2_147_483_647;

/** What a share is out of: 100 for a percentage, 10,000 for a rate; null where a value is no share. */
const scaleOf = (unit: string) => (unit === '%' ? 100 : unit === 'rate' ? 10_000 : null);

/** The number at so many decimals, halves up: 12 of 40 is 30, 1 of 8 is 12.5 or 13. */
function roundedTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // What cannot be written in binary, such as 1.005, lies a hair below: the next float up is what is meant.
  return Math.round(value * scale * (1 + Number.EPSILON)) / scale;
}

/** The share or rate of two counts. @returns null where there is no group */
export function shareOf(numerator: number, denominator: number, unit: string, decimals: number): number | null {
  const scale = scaleOf(unit);
  return scale === null || denominator === 0 ? null : roundedTo((numerator * scale) / denominator, decimals);
}

type Parsed = { value: number | null } | { sentence: string };

/** 1,234 · 84.5 · 84% · empty */
function numberIn(typed: string, isWhole: boolean): Parsed {
  const text = typed.trim().replace(/\s*%$/, '');
  if (text === '') return { value: null };
  const plain = /^[-−]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) ? text.replaceAll(',', '').replace('−', '-') : '';
  const value = plain === '' ? Number.NaN : Number(plain);
  if (isWhole && (!Number.isInteger(value) || value < 0)) return { sentence: 'Enter a whole number, like 12.' };
  if (!Number.isFinite(value) || Math.abs(value) > largest) return { sentence: 'Enter a number alone, like 84.5.' };
  return { value };
}

/**
 * The value that is kept, or what to mend, by field. A share is worked out from its counts; a value alone stands where
 * there are no counts; a symbol stands instead of a number, never beside one.
 */
export function readValue(typed: TypedValue, counting: Counting): ReadValue {
  const parsed = {
    numerator: numberIn(typed.numerator, true),
    denominator: numberIn(typed.denominator, true),
    value: numberIn(typed.value, false),
  };
  const errors: Partial<Record<Field, string>> = {};
  const known = (name: keyof typeof parsed): number | null => {
    const read = parsed[name];
    if ('value' in read) return read.value;
    errors[name] = read.sentence;
    return null;
  };
  const [numerator, denominator, value] = [known('numerator'), known('denominator'), known('value')];
  if (Object.keys(errors).length > 0) return { errors };
  const numbers = { numerator, denominator, value };
  return typed.symbol === '' ? numbered(numbers, counting) : missing(numbers, typed.symbol);
}

type Numbers = Omit<StoredValue, 'symbol'>;

function missing({ numerator, denominator, value }: Numbers, symbol: MissingSymbol): ReadValue {
  if (value !== null || numerator !== null) {
    return { errors: { symbol: 'A symbol stands instead of a number. Take the number out, or the symbol.' } };
  }
  return { stored: { numerator: null, denominator, value: null, symbol } };
}

function numbered(numbers: Numbers, { unit, decimals, isOwn }: Counting): ReadValue {
  const { numerator, denominator, value } = numbers;
  if (unit === 'number' && (numerator !== null || denominator !== null)) {
    return { errors: { numerator: 'This figure is one count. Put it into “Value”, and leave the two counts empty.' } };
  }
  if (numerator === null && denominator === null && value === null) {
    return { errors: { value: 'Enter the counts, or a value, or say why there is none.' } };
  }
  const scale = scaleOf(unit);
  if (numerator !== null && denominator === null) return { errors: { denominator: 'Say out of how many.' } };
  if (numerator !== null && denominator !== null && scale !== null) {
    if (denominator === 0) {
      return { errors: { denominator: 'Out of nobody there is no share. Choose the symbol z: not applicable.' } };
    }
    // A rate counts cases, and there may be more than one for each child of a group; a share never exceeds its group.
    if (unit === '%' && numerator > denominator) {
      return { errors: { numerator: `${numerator} cannot be counted out of ${denominator}. Check both counts.` } };
    }
    const share = shareOf(numerator, denominator, unit, decimals);
    if (value !== null && isOwn && share !== null && Math.abs(value - share) > 10 ** -decimals / 2 + 1e-9) {
      return {
        errors: {
          value: `${numerator} of ${denominator} gives ${share}, not ${value}. Leave this empty, or mend the counts.`,
        },
      };
    }
    return within({ numerator, denominator, value: isOwn || value === null ? share : value }, unit, decimals);
  }
  if (value === null) {
    return {
      errors: {
        [denominator !== null && unit !== 'score' ? 'numerator' : 'value']: 'Say how many, or enter the value.',
      },
    };
  }
  return within({ numerator, denominator, value }, unit, decimals);
}

function within(numbers: Numbers, unit: string, decimals: number): ReadValue {
  const value = numbers.value ?? 0;
  if (unit === '%' && (value < 0 || value > 100)) return { errors: { value: 'A share lies between 0 and 100.' } };
  if (unit !== 'score' && value < 0) return { errors: { value: 'This cannot be below zero.' } };
  if (roundedTo(value, decimals) !== value) {
    const places = decimals === 0 ? 'a whole number' : `${decimals} decimal${decimals === 1 ? '' : 's'}`;
    return { errors: { value: `This figure is kept as ${places}. Round the value.` } };
  }
  return { stored: { ...numbers, symbol: null } };
}

/** True where two values say the same: nothing to record. */
export const sameValue = (one: StoredValue, other: StoredValue): boolean =>
  one.value === other.value &&
  one.symbol === other.symbol &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator;

/** "84% (268 of 289)", "[c]": a value in words, as a list of changes has it. */
export function storedWords({ value, symbol, numerator, denominator }: StoredValue, unit: string): string {
  const counts = numerator !== null && denominator !== null ? ` (${numerator} of ${denominator})` : '';
  return value === null
    ? `[${symbol ?? 'x'}]`
    : `${value.toLocaleString('en-GB', { maximumFractionDigits: 4 })}${unit === '%' ? '%' : ''}${counts}`;
}
