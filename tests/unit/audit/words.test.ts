import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf, readFilters, whereOf } from '#lib/audit/filters.ts';
import { hasWords, whoDid, wordsOfOperation } from '#lib/audit/words.ts';

describe('what happened', () => {
  it('is told in words, known or not', () => {
    expect(wordsOfOperation('approveUpdate')).toBe('Approved an update');
    expect(wordsOfOperation('setTheClockBack')).toBe('Set the clock back');
    expect(wordsOfOperation('constructor')).toBe('Constructor');
  });

  it('has words of its own for everything that can be done', () => {
    const sources = globSync('lib/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const operations = sources.flatMap((text) =>
      [...text.matchAll(/operation: '(\w+)'/g)].map((found) => found[1] ?? ''),
    );
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.filter((operation) => !hasWords(operation))).toEqual([]);
  });

  it('names a person, somebody by a link, or the product', () => {
    expect(whoDid({ person: { name: 'Home lead' }, operation: 'writeUpdate' })).toBe('Home lead');
    expect(whoDid({ person: null, operation: 'sayByLink' })).toBe('Somebody by a group’s link');
    expect(whoDid({ person: null, operation: 'openRound' })).toBe('Pledgeboard itself');
  });
});

describe('filters of the trail', () => {
  it('leave out what an address cannot mean', () => {
    const asked = { person: 'x', operation: ['a', 'b'], subject: ' ', from: '2026-02-30', to: 'soon', before: '-1' };
    expect(addressOf(readFilters(asked))).toBe('');
    expect(whereOf(readFilters({ ...asked, subject: '' }))).toEqual({});
  });

  it('come back as they went', () => {
    const filters = readFilters({ person: 'nobody', subject: 'Home 4', from: '2026-11-01', before: '7' });
    expect(addressOf(filters)).toBe('?person=nobody&subject=Home+4&from=2026-11-01&before=7');
    expect(addressOf(filters, { before: undefined })).not.toContain('before');
  });

  it('take whole days of London, also when the clock changes', () => {
    expect(whereOf({ from: '2026-10-25', to: '2026-10-25' })).toEqual({
      at: { gte: new Date('2026-10-24T23:00:00Z'), lt: new Date('2026-10-26T00:00:00Z') },
    });
  });
});
