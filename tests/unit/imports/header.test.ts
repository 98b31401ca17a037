import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerProblem, isStanding, signatureOf } from '#lib/imports/columns.ts';
import { readHead } from '#lib/imports/header.ts';
import { readMeta } from '#lib/imports/meta.ts';

const good = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'sex', 'n'];
const swapped = (from: string, to: string) => good.map((name) => (name === from ? to : name));

describe('the first row', () => {
  it('is read with or without a byte order mark, with quotes, line ends of two kinds and a line end in a name', () => {
    const text = 'a,"b, c","d\ne"\r\n1,2,3\n';
    for (const mark of ['', '\uFEFF']) {
      const head = readHead(Buffer.from(mark + text));
      expect(head?.header).toEqual(['a', 'b, c', 'd\ne']);
      expect(
        Buffer.from(mark + text)
          .subarray(head?.offset)
          .toString(),
      ).toBe('1,2,3\n');
    }
    expect(readHead(Buffer.from('a,"b\nc'))).toBeNull();
  });

  it('may hold the columns in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(good, { minLength: good.length }), (columns) => {
        expect(headerProblem(columns)).toBeNull();
        expect(signatureOf(columns)).toBe(signatureOf(good));
      }),
    );
  });

  it('of the Department’s example file is refused with the name that the column should have', () => {
    expect(headerProblem(swapped('geographic_level', 'geographical_level'))).toBe(
      'The column "geographical_level" must be called "geographic_level".',
    );
  });

  it.each([
    [swapped('time_period', 'Time period'), 'The column "Time period" must be called "time_period".'],
    [good.slice(1), 'The column "time_period" is missing; the data standard asks for it.'],
    [[...good, 'sex'], 'Two columns are called "sex". Each needs a name of its own.'],
    [[...good, ''], 'Column 8 has no name in the first row.'],
    [good.slice(0, 5), 'The file holds no figures: beside the columns for time and place there are none.'],
  ])('%j: %s', (header, sentence) => {
    expect(headerProblem(header)).toBe(sentence);
  });

  it('of something else says what a data file begins with', () => {
    expect(headerProblem(['Name', 'Amount'])).toMatch(/^The first row must hold the names of the columns/);
    expect(headerProblem([])).toMatch(/^The first row/);
  });

  it('tells places from filters', () => {
    expect(['la_name', 'pcon_code', 'school_urn', 'new_la_code'].every(isStanding)).toBe(true);
    expect(['sex', 'school_phase', 'provider_type', 'country'].some(isStanding)).toBe(false);
  });
});

describe('the meta file', () => {
  const text =
    'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp\nsex,Filter,Sex,,,\nn,Indicator,"Children, all",,%,\n';
  it('gives labels, units and decimals, in any order of columns', () => {
    const expected = {
      columns: [
        { name: 'sex', type: 'Filter', label: 'Sex', unit: '', decimals: 2 },
        { name: 'n', type: 'Indicator', label: 'Children, all', unit: '%', decimals: 2 },
      ],
    };
    expect(readMeta(text)).toEqual(expected);
    const turned = text
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split(/,(?! )/)
          .toReversed()
          .join(','),
      );
    expect(readMeta(`\uFEFF${turned.join('\r\n')}`)).toEqual(expected);
  });

  it('is refused where it is none', () => {
    expect(readMeta('a,b\n1,2\n')).toEqual({ problem: 'The meta file has no column "col_name".' });
    expect(readMeta(text.replace('Filter', 'filter'))).toEqual({
      problem: 'Row 2 of the meta file: col_type must be Filter or Indicator.',
    });
    expect(readMeta('"')).toHaveProperty('problem');
  });
});
