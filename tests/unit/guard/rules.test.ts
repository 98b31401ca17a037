import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindingKind, findings } from '#lib/guard/rules.ts';

const options = { threshold: 5, year: 2026 };
const inText = (text: string) => findings([{ field: 'done', text }], options);

const found: [FindingKind, string, string][] = [
  ['nameAndAge', 'Alex, 12, moved to a new school.', 'Alex, 12'],
  ['nameAndAge', 'We heard that Alex (14) is well.', 'Alex (14)'],
  ['nameAndAge', 'Sam is 12 and settled.', 'Sam is 12'],
  ['nameAndAge', 'Zoë Smith, aged 9, told us.', 'Zoë Smith, aged 9'],
  ['nameAndAge', 'Mary-Jane, who is 15, has a job.', 'Mary-Jane, who is 15'],
  ['nameAndAge', 'Aidan O’Brien (16) left.', 'Aidan O’Brien (16)'],
  ['nameAndAge', 'JB, 14, went home.', 'JB, 14'],
  ['nameAndAge', 'Our 14-year-old Sam said so.', '14-year-old Sam'],
  ['dateOfBirth', 'Born on 3 March 2024.', 'Born on 3 March 2024'],
  ['dateOfBirth', 'DOB: 03/03/2012', 'DOB: 03/03/2012'],
  ['dateOfBirth', 'It began on 12.05.2011.', '12.05.2011'],
  ['dateOfBirth', 'on 4th of June 2010 and', '4th of June 2010'],
  ['nhsNumber', 'The number is 943 476 5919.', '943 476 5919'],
  ['nhsNumber', 'ref 9434765919', '9434765919'],
  ['pupilNumber', 'UPN A123456789012', 'A123456789012'],
  ['postcode', 'They live at PO1 2AB now.', 'PO1 2AB'],
  ['postcode', 'near po49xy', 'po49xy'],
  ['reachable', 'Ring 023 9282 2251 for more.', '023 9282 2251'],
  ['reachable', 'Ring +44 7700 900123.', '+44 7700 900123'],
  ['reachable', 'Write to a.person@example.gov.uk.', 'a.person@example.gov.uk'],
  ['initials', 'We spoke with J.B. about it.', 'J.B.'],
  ['initials', 'Child A is happier.', 'Child A'],
  ['initials', 'JB moved last week.', 'JB moved'],
  ['oneChild', 'One child moved school.', 'One child'],
  ['oneChild', 'One of our young people went to university.', 'One of our young people'],
  ['oneChild', 'A young person aged 15 was arrested.', 'A young person aged 15'],
  ['oneChild', 'It helped a 15-year-old.', 'a 15-year-old'],
  ['oneChild', 'There was 1 care leaver without a home.', '1 care leaver'],
  ['smallNumber', 'Two children moved.', 'Two children'],
  ['smallNumber', 'It was 3 of our care leavers.', '3 of our care leavers'],
  ['smallNumber', 'Only four disabled young people came.', 'four disabled young people'],
];

/** What leads truly write: none of it points at anybody. */
const harmless = [
  'In November, 12 children came. Since September, 14 homes opened.',
  'One child in ten waits. Two in five children said yes. One in four young people agreed.',
  'Two children’s homes opened, and three young people’s groups met.',
  'Children aged 12 and over. We offer it to 16-year-olds.',
  'A child can ask for an advocate. The young person chooses.',
  'Since 1 April 2023 the rules are new. It ends on 31 March 2026.',
  'Home 7 was 12 days late. Key Stage 2, Year 9, Priority 4.',
  'We saw 38 of 50 children, 76%. It cost £1,234.50 for 6 children.',
  'Workers see one child at a time. Plan B worked, in the U.K. and the EU.',
  'The NHS said yes. The GP said no. IT started late.',
  'Six children joined; 2.5 children on average; 1,000 children.',
  'We met 9 times. The line is open from 9.30 to 17.00.',
];

describe('the guard', () => {
  it.each(found)('finds %s in “%s”', (kind, text, words) => {
    expect(inText(text)).toContainEqual(expect.objectContaining({ kind, words }));
  });

  it.each(harmless)('lets pass: %s', (text) => expect(inText(text)).toEqual([]));

  it('says where, in which sentence, and each thing once', () => {
    const text = 'All is well. Two children moved, and two children stayed! Next.';
    expect(inText(text)).toEqual([
      {
        field: 'done',
        kind: 'smallNumber',
        words: 'Two children',
        start: 13,
        sentence: 'Two children moved, and two children stayed!',
      },
    ]);
  });

  it('follows the threshold of the council', () => {
    const counts = (threshold: number) =>
      findings([{ field: 'done', text: 'Nine children, 2 boys.' }], { threshold, year: 2026 });
    expect(counts(0)).toEqual([]);
    expect(counts(5).map(({ words }) => words)).toEqual(['2 boys']);
    expect(counts(10)).toHaveLength(2);
  });

  it('is quick on a long hostile text', () => {
    const text = 'One 1 child A. Ab, 12 023 '.repeat(2_000);
    expect(inText(text).length).toBeGreaterThan(0);
  });

  it('asks nothing of the made-up updates of the demonstration council', () => {
    const folder = 'prisma/seed/portsmouth';
    const files = readdirSync(folder).filter((name) => name.startsWith('updates-'));
    const updates = files.flatMap(
      (name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>[],
    );
    expect(updates.length).toBeGreaterThan(150);
    const texts = updates.flatMap((update) =>
      ['reason', 'done', 'difference', 'howWeKnow', 'next'].map((field) => ({ field, text: update[field] ?? '' })),
    );
    expect(findings(texts, options)).toEqual([]);
  });
});

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** A valid NHS number, in one of the ways in which it is printed. */
const nhsNumber = fc
  .tuple(digits(9), fc.constantFrom('', ' ', '-'))
  .map(([nine, between]) => {
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    const whole = `${nine}${check}`;
    return check === 10 ? null : [whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)].join(between);
  })
  .filter((number) => number !== null);

const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const postcode = fc
  .tuple(
    fc.constantFrom('PO', 'SO', 'M', 'B', 'EC', 'LS'),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(' ', ''),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom(...letters),
    fc.constantFrom(...letters),
  )
  .map((parts) => parts.join(''));

const birthday = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('January', 'Feb', 'march', 'September'),
    fc.integer({ min: 2000, max: 2022 }),
    fc.constantFrom(' ', ' of '),
  )
  .map(([day, month, year, of]) => `${day}${of}${month} ${year}`);

const numeric = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 2000, max: 2022 }),
    fc.constantFrom('/', '.', '-'),
  )
  .map(([day, month, year, between]) => [day, month, year].join(between));

describe('whatever stands around it', () => {
  const around = fc.string({ unit: 'binary' });
  const planted = { nhsNumber, postcode, dateOfBirth: fc.oneof(birthday, numeric) };
  for (const [kind, arbitrary] of Object.entries(planted)) {
    it(`finds every planted ${kind}`, () => {
      fc.assert(
        fc.property(around, arbitrary, around, (before, secret, after) => {
          const hits = inText(`${before}. Here: ${secret}. ${after}`).filter((one) => one.kind === kind);
          expect(hits.map(({ words }) => words)).toContainEqual(secret);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('never fails, and names only what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { words, start } of inText(text)) expect(text.startsWith(words, start)).toBe(true);
      }),
    );
  });
});
