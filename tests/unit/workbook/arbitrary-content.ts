import fc from 'fast-check';
import type { StrategyContent } from '#lib/strategies/content.ts';

/** Texts that tempt a spreadsheet: formulas, apostrophes, separators, escapes, emoji, right-to-left, line ends. */
const tempting = fc.constantFrom(
  '=1+1',
  "'=quoted",
  "''+x",
  '-5 apples',
  '@home',
  '+44 20',
  '_x0041_',
  'a;b\\;c\\n',
  'שלום עולם',
  'مرحبا',
  '👩🏽‍🍼 and 🏳️‍🌈',
  '<b>&amp;</b>',
  '"quoted", and, commas',
  'two\nlines',
  '007',
  '31/03/2026',
  'TRUE',
  'lost \ufffd character',
  'constructor',
  '__proto__',
);
/** What the content calls a text: whole characters without control characters and blanks around. */
const isWhole = (text: string) =>
  text !== '' && text === text.trim() && !/(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u.test(text);
const words = fc.oneof(tempting, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(isWhole));
const text = fc.oneof(fc.constant(''), words);
const maybe = fc.option(words, { nil: null });
const short = words.map((one) => [...one].slice(0, 20).join('').trim() || 'x');
const key = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const order = fc.integer({ min: 1, max: 10_000 });
const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number || 0);

const some = <T>(of: fc.Arbitrary<T>, by: (one: T) => unknown, maxLength = 4) =>
  fc.uniqueArray(of, { selector: by, maxLength });
const places = { publishedOrder: order, displayOrder: order };

/** Any sound strategy: names lead somewhere, and stand once. */
export const arbitraryContent: fc.Arbitrary<StrategyContent> = fc
  .record({
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
    refs: some(short, (ref) => ref),
    indicators: some(fc.record({ key: short, title: words }), (one) => one.key, 3),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 3 }),
    orders: fc.uniqueArray(order, { maxLength: 3 }),
    days: fc.tuple(day, day).map((pair) => pair.toSorted()),
  })
  .chain(({ keys, refs, indicators, numbers, orders, days: [startsOn = '', endsOn = ''] }) => {
    const links = fc.subarray(indicators.map((one) => one.key));
    const each = <T, R>(names: readonly T[], make: (name: T, index: number) => fc.Arbitrary<R>) =>
      fc.tuple(...names.map(make));
    return fc.record({
      key,
      title: words,
      startsOn: fc.constant(startsOn),
      endsOn: fc.constant(endsOn),
      adoptedBy: maybe,
      adoptedOn: fc.constantFrom(null, startsOn),
      note: text,
      testQuestions: fc.array(words, { maxLength: 3 }),
      supersedes: fc.constantFrom(null, 'the-one-before-it-all'),
      priorities: each(keys, (name) =>
        fc.record({
          key: fc.constant(name),
          parent: fc.constantFrom(null, name === keys[0] ? null : (keys[0] ?? null)),
          shortTitle: short,
          title: words,
          vision: text,
          outcome: text,
          notes: text,
          ...places,
        }),
      ),
      commitments: each(refs, (ref, index) =>
        fc.record({
          ref: fc.constant(ref),
          parent: fc.constant(null),
          priority: fc.constantFrom(...keys),
          number: fc.constant(index + 1),
          title: words,
          wording: words,
          notes: text,
          indicators: links,
          carriedFrom: fc.option(fc.record({ strategy: fc.constant('the-one-before-it-all'), ref: short }), {
            nil: null,
          }),
          ...places,
        }),
      ),
      promises: each(numbers, (number) =>
        fc.record({
          number: fc.constant(number),
          parent: fc.constantFrom(null, number === numbers[0] ? null : (numbers[0] ?? null)),
          wording: words,
          plainTitle: words,
          plainWords: text,
          whyLinked: text,
          notes: text,
          commitments: fc.subarray(refs),
          indicators: links,
          ...places,
        }),
      ),
      measures: each(refs, (ref) =>
        fc.record({
          ref: fc.constant(ref),
          kind: fc.constantFrom('indicator' as const, 'success' as const),
          parent: fc.constant(null),
          priority: fc.constantFrom(null, ...keys),
          promise: fc.constant(null),
          wording: words,
          publishedDirection: fc.constantFrom('increase' as const, 'ensure' as const),
          directionQuery: text,
          target: maybe,
          note: text,
          indicator: fc.constantFrom(null, ...indicators.map((one) => one.key)),
          ...places,
        }),
      ),
      statistics: each(orders, (number) =>
        fc.record({
          order: fc.constant(number),
          priority: fc.constantFrom(null, ...keys),
          measure: words,
          value,
          symbol: fc.constant(null),
          unit: fc.constant('%'),
          kind: fc.constantFrom('survey' as const, 'context' as const, 'outcome' as const),
          period: short,
          cohort: maybe,
          numerator: fc.constantFrom(null, 70),
          denominator: fc.constantFrom(null, 100),
          polarity: fc.constantFrom('high' as const, 'low' as const, 'none' as const),
          note: maybe,
          comparators: fc.array(
            fc.record({
              kind: fc.constantFrom('england' as const, 'southEast' as const, 'ownPreviousYear' as const),
              value,
              unit: short,
              period: short,
            }),
            { maxLength: 2 },
          ),
        }),
      ),
      indicators: fc.constant(indicators),
    });
  });
