import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#lib/calendar/rules.ts';
import { discloseCells } from '#lib/disclosure/rules.ts';
import { verdicts } from '#lib/promises/rules.ts';
import { differs, emptyTally, enough, mostGiven, type Tally, whyClosed, youngView } from '#lib/voice/rules.ts';

const count = fc.integer({ min: 0, max: 30 });
const tally: fc.Arbitrary<Tally> = fc.record({ kept: count, partly: count, notYet: count, cannotTell: count });
const threshold = fc.integer({ min: 0, max: 12 });
const sum = (of: Tally) => verdicts.reduce((total, answer) => total + of[answer], 0);

describe('counts of answers', () => {
  it('show no count from 1 to the threshold, nor one that can be worked out from the others', () => {
    fc.assert(
      fc.property(tally, threshold, (cells, limit) => {
        const isSmall = (n: number) => n >= 1 && n <= limit;
        const shown = discloseCells(cells, limit);
        if (shown.total === null) {
          expect([isSmall(sum(cells)), shown.cells]).toEqual([true, null]);
          return;
        }
        expect(isSmall(shown.total)).toBe(false);
        // Every sum of shown counts, taken from the total, is a count that anyone can work out.
        const parts = Object.values(shown.cells ?? {});
        for (let chosen = 0; chosen < 2 ** parts.length; chosen++) {
          const part = parts.filter((_, i) => chosen & (1 << i)).reduce((a, b) => a + b, 0);
          expect(isSmall(part) || isSmall(shown.total - part)).toBe(false);
        }
      }),
    );
  });

  it('hide nothing that need not be hidden', () => {
    fc.assert(
      fc.property(tally, threshold, (cells, limit) => {
        const small = [...Object.values(cells), sum(cells)].some((n) => n >= 1 && n <= limit);
        const shown = discloseCells(cells, limit);
        expect(shown.cells === null).toBe(small);
        if (!small) expect(shown).toEqual({ total: sum(cells), cells });
      }),
    );
  });

  it('cannot be told from the total and the verdict, by anyone who tries all that they could be', () => {
    for (const limit of [1, 2, 3, 4, 5, 6]) {
      for (let total = 0; total <= 16; total++) {
        /** By what is on the screen, every tally that would look like it. */
        const alike = new Map<string, Tally[]>();
        for (const cells of talliesOf(total)) {
          const view = youngView({ groups: cells, representatives: emptyTally() }, limit);
          const look = JSON.stringify(view);
          alike.set(look, [...(alike.get(look) ?? []), cells]);
        }
        for (const all of alike.values()) {
          for (const answer of verdicts) {
            const values = new Set(all.map((cells) => cells[answer]));
            const [only = 0] = values;
            expect(values.size > 1 || only === 0 || only > limit, JSON.stringify([limit, total, all[0]])).toBe(true);
          }
        }
      }
    }
  });
});

function* talliesOf(total: number): Generator<Tally> {
  for (let kept = 0; kept <= total; kept++) {
    for (let partly = 0; partly <= total - kept; partly++) {
      for (let notYet = 0; notYet <= total - kept - partly; notYet++) {
        yield { kept, partly, notYet, cannotTell: total - kept - partly - notYet };
      }
    }
  }
}

describe('young people’s verdict', () => {
  it('is the answer that was given most, and of two the less hopeful', () => {
    expect(mostGiven({ kept: 7, partly: 2, notYet: 6, cannotTell: 0 })).toBe('kept');
    expect(mostGiven({ kept: 7, partly: 2, notYet: 7, cannotTell: 0 })).toBe('notYet');
    expect(mostGiven({ kept: 7, partly: 7, notYet: 0, cannotTell: 0 })).toBe('partly');
    expect(mostGiven(emptyTally())).toBeNull();
    fc.assert(
      fc.property(tally, (cells) => {
        const found = mostGiven(cells);
        if (found) expect(cells[found]).toBe(Math.max(...Object.values(cells)));
        else expect(sum(cells)).toBe(0);
      }),
    );
  });

  it('needs one more answer than the threshold; else the representatives are heard', () => {
    fc.assert(
      fc.property(tally, tally, threshold, (groups, representatives, limit) => {
        const view = youngView({ groups, representatives }, limit);
        const isEnough = sum(groups) >= enough(limit);
        expect(view.verdict).toBe(isEnough ? mostGiven(groups) : mostGiven(representatives));
        expect(view.by).toBe(isEnough ? 'groups' : sum(representatives) > 0 ? 'representatives' : null);
      }),
    );
  });

  it('differs from the board’s only where there are two', () => {
    expect(differs('kept', null)).toBe(false);
    expect(differs('kept', { verdict: null })).toBe(false);
    expect(differs('kept', { verdict: 'kept' })).toBe(false);
    expect(differs('kept', { verdict: 'cannotTell' })).toBe(true);
  });
});

describe('a group’s link', () => {
  const today = day('2026-11-22');
  const link = (opens: number, closes: number, roundCloses = 9, revokedAt: Date | null = null) => ({
    opensOn: addDays(today, opens),
    closesOn: addDays(today, closes),
    revokedAt,
    round: { opensOn: addDays(today, -9), closesOn: addDays(today, roundCloses) },
  });

  it.each([
    ['on its first and last day', link(0, 0), null],
    ['a day early', link(1, 5), 'early'],
    ['a day late', link(-5, -1), 'late'],
    ['after its round has closed', link(-5, 5, -1), 'late'],
    ['that was revoked', link(-5, 5, 9, today), 'revoked'],
  ] as const)('%s: %j', (_, of, why) => expect(whyClosed(of, today)).toBe(why));
});
