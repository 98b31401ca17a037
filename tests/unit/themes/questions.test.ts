import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusKinds } from '#lib/councils/settings.ts';
import { questionRules, questionsWorthAsking } from '#lib/themes/questions/rules.ts';
import type { ThemeFacts } from '#lib/themes/rules.ts';
import { standing } from '#lib/updates/rules.ts';
import { commitmentOf, factsOf, figureOf, promiseOf } from '#tests/unit/themes/facts.ts';

const worse = (key: string, commitments: string[] = [], others?: number) =>
  figureOf(key, [268, 287], [240, 287], { commitments, ...(others !== undefined && { others }) });
const offTrack = { standing: 'offTrack', status: 'offTrack', statusThen: 'offTrack' } as const;

/** For each rule the smallest facts that it asks about. */
const smallest: [string, Partial<ThemeFacts>][] = [
  ['figureWorseAndOffTrack', { figures: [worse('a', ['id-1'])], commitments: [commitmentOf(1, offTrack)] }],
  ['statusWorse', { commitments: [commitmentOf(1, { standing: 'atRisk', status: 'atRisk' })] }],
  ['stopped', { commitments: [commitmentOf(1, { standing: 'stopped', status: 'stopped' })] }],
  ['goneQuiet', { commitments: [commitmentOf(1, { standing: 'notUpdated', silentDays: 200 })] }],
  ['targetMissed', { figures: [figureOf('a', [240, 287], [240, 287], { target: 90 })] }],
  ['coverageFell', { figures: [worse('sdq-received'), figureOf('sdq-average', [50, 100], [50, 100])] }],
  ['promiseWithoutEvidence', { promises: [promiseOf(1, false), promiseOf(2, true)] }],
  ['figureWorseReportedOnTrack', { figures: [worse('a', ['id-1'])], commitments: [commitmentOf(1)] }],
  ['othersDoBetter', { figures: [figureOf('a', [240, 287], [240, 287], { others: 90 })] }],
  [
    'figureOutside',
    { figures: [figureOf('a', [200, 287], [270, 287], { past: [201, 200, 199, 200, 201, 200, 199, 200] })] },
  ],
  ['offTrack', { commitments: [commitmentOf(1, offTrack)] }],
  ['figureWorse', { figures: [worse('a')] }],
  ['figureLate', { figures: [figureOf('a', [240, 287], [240, 287], { today: '2026-11-22', expectedAfterMonths: 6 })] }],
  ['figureOld', { figures: [figureOf('a', [240, 287], [240, 287], { today: '2026-11-22', expectedAfterMonths: 30 })] }],
  ['figureBetter', { figures: [figureOf('a', [240, 287], [268, 287])] }],
];

describe('each rule', () => {
  it('is tried here', () => expect(questionRules.map(({ key }) => key)).toEqual(smallest.map(([key]) => key)));

  it.each(smallest)('%s asks once about its fact, and leads', (key, facts) => {
    const asked = questionRules.find((rule) => rule.key === key)?.ask(factsOf(facts));
    expect(asked).toHaveLength(1);
    expect(questionsWorthAsking(factsOf(facts))[0]).toMatchObject({ rule: key, ...asked?.[0] });
  });

  it.each(questionRules)('$key asks nothing where there is no fact', ({ ask }) => {
    expect(ask(factsOf())).toEqual([]);
    const fine = { commitments: [commitmentOf(1)], promises: [promiseOf(1, true)] };
    expect(ask(factsOf({ ...fine, figures: [figureOf('a', [240, 287], [240, 287])] }))).toEqual([]);
  });
});

it('says the fact in words', () => {
  const figures = [worse('yearly-health-check', ['id-1'])];
  expect(questionsWorthAsking(factsOf({ figures, commitments: [commitmentOf(1, offTrack)] }))[0]).toEqual({
    rule: 'figureWorseAndOffTrack',
    about: 'yearly-health-check',
    to: 'indicators/yearly-health-check',
    text: 'What changed between 31 March 2024 and 31 March 2025, when “Title of yearly-health-check” fell from 93% to 84%, and when will Health 1 be back on track?',
    because: 'figure worse than a year before, Health 1 <offTrack>',
  });
});

describe('small and moving numbers', () => {
  it.each([
    ['a small group', figureOf('a', [20, 25], [12, 25], { others: 90 })],
    ['a handful on one side', figureOf('a', [8, 200], [2, 200], { others: 90 })],
    ['a figure without good or bad', figureOf('a', [268, 287], [240, 287], { polarity: 'none', others: 90 })],
    ['a better figure that may be chance', figureOf('a', [240, 287], [244, 287])],
  ])('nothing is asked of %s', (_, figure) => expect(questionsWorthAsking(factsOf({ figures: [figure] }))).toEqual([]));
});

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((group) => fc.integer({ min: 0, max: group }).map((counted) => [counted, group] as const));
const ids = ['id-1', 'id-2', 'id-3', 'id-4'];
const options = fc.record({
  commitments: fc.subarray(ids),
  polarity: fc.constantFrom('high' as const, 'low' as const, 'none' as const),
  others: fc.integer({ min: 0, max: 100 }),
  today: fc.constantFrom('2025-12-01', '2026-11-22'),
  target: fc.integer({ min: 0, max: 100 }),
  expectedAfterMonths: fc.integer({ min: 0, max: 30 }),
});
const figures = fc
  .array(fc.tuple(counts, counts, options), { maxLength: 4 })
  .map((all) =>
    all.map(([before, latest, more], at) =>
      figureOf(['x-received', 'x-average', 'y', 'z'][at] ?? '', before, latest, more),
    ),
  );
const status = fc.constantFrom(...statusKinds, null);
const commitments = fc
  .array(fc.tuple(status, status, fc.boolean(), fc.integer({ min: 0, max: 900 })), { maxLength: 4 })
  .map((all) =>
    all.map(([now, then, isCurrent, days], at) =>
      commitmentOf(at + 1, {
        status: now,
        statusThen: now && then,
        standing: standing(now, isCurrent && now ? 'current' : 'notUpdated'),
        silentDays: now && days,
      }),
    ),
  );
const promises = fc
  .array(fc.boolean(), { maxLength: 4 })
  .map((all) => all.map((evidenced, at) => promiseOf(at + 1, evidenced)));
const theme = fc.record({ figures, commitments, promises }).map(factsOf);

describe('the questions to show', () => {
  it('are none where there are no facts', () => expect(questionsWorthAsking(factsOf())).toEqual([]));

  it('are at most three, each by its rule, about a thing of its own that is among the facts', () => {
    fc.assert(
      fc.property(theme, (facts) => {
        const questions = questionsWorthAsking(facts);
        expect(questions.length).toBeLessThanOrEqual(3);
        const known = [
          ...facts.figures.map(({ key }) => key),
          ...facts.commitments.map(({ ref }) => ref),
          ...facts.promises.map(({ number }) => `promise ${number}`),
        ];
        expect(new Set(questions.map(({ about }) => about)).size).toBe(questions.length);
        for (const { rule, ...question } of questions) {
          expect(known).toContain(question.about);
          expect(questionRules.find(({ key }) => key === rule)?.ask(facts)).toContainEqual(question);
          expect(`${question.text} ${question.because}`).not.toMatch(/\b(null|undefined|NaN|Infinity)\b/);
        }
      }),
    );
  });

  it('repeat a kind only when no other kind has anything fresh to ask, and are three where three can be asked', () => {
    fc.assert(
      fc.property(theme, (facts) => {
        const questions = questionsWorthAsking(facts);
        const kinds = new Set(questions.map(({ rule }) => rule));
        const all = questionRules.flatMap(({ key, ask }) => ask(facts).map(({ about }) => ({ key, about })));
        const fresh = all.filter(({ about }) => !questions.some((question) => question.about === about));
        if (questions.length < 3) expect(fresh).toEqual([]);
        if (kinds.size === questions.length) return;
        // What was left out of a kind not asked is about something that a first question already asks.
        const firsts = questions.slice(0, kinds.size).map(({ about }) => about);
        for (const { key, about } of all) if (!kinds.has(key)) expect(firsts).toContain(about);
      }),
    );
  });
});
