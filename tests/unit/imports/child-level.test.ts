import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childColumn, childScanner, isCalendarColumn } from '#lib/imports/child-level.ts';

describe('a list of children', () => {
  it.each([
    ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
    ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE'],
    ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)'],
    ['LAchildID', 'UPN', 'FormerUPN', 'PersonBirthDate', 'GenderCurrent'],
    ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'child_id', 'n'],
    ['forename', 'surname'],
  ])('is told by its columns: %s, %s …', (...header) => {
    expect(childColumn(header)).not.toBeNull();
  });

  it('is not every file about children', () => {
    const columns =
      'time_period,la_name,children_count,children_percent,child_poverty,ethnicity,sex,age,care_leaver_age,place,school_urn';
    expect(childColumn(columns.split(','))).toBeNull();
  });

  const scan = (text: string, mayHoldDates = false) => {
    const look = childScanner({ mayHoldDates });
    return look(Buffer.from(text)) || look(Buffer.from('\n'));
  };

  it.each([
    'a,12/03/2011,b',
    'a,"2011-03-12",b',
    'a,2011-03-12T00:00:00,b',
    '1.3.2011',
    'a,A123456789012',
    'a,H80120000000B\n',
    'x,943 476 5919',
  ])('is told by a cell: %s', (text) => {
    expect(scan(text)).toBe(true);
  });

  it.each([
    'a,202425,b',
    'a,1234567890123,b',
    'a,27.907,b',
    'a,E12000008,b',
    'between 12/03/2011 and today',
    'a,100.000,b',
    '2011-2012',
  ])('is not told by %s', (text) => {
    expect(scan(text)).toBe(false);
  });

  it('is told wherever the file is cut into pieces, and only then', () => {
    const bytes = Buffer.from(`${'Portsmouth,402,93\n'.repeat(20)}x,12/03/2011,y\n`);
    const plain = Buffer.from('12/03/2011 to 31/03/2012,402\n'.repeat(12));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 6 }), (cuts) => {
        const found = (whole: Buffer) => {
          const look = childScanner({ mayHoldDates: false });
          const at = [0, ...cuts.filter((cut) => cut < whole.length).toSorted((a, b) => a - b), whole.length];
          return at.slice(1).some((end, i) => look(whole.subarray(at[i], end)));
        };
        expect(found(bytes)).toBe(true);
        expect(found(plain)).toBe(false);
      }),
    );
  });

  it('is not a file that says on which day of the calendar something was counted', () => {
    expect(['attendance_date', 'week_commencing', 'date'].every(isCalendarColumn)).toBe(true);
    expect(['start_date', 'birth_date', 'date_of_review', 'placement_end_date'].some(isCalendarColumn)).toBe(false);
    expect(scan('a,12/03/2024,b', true)).toBe(false);
    expect(scan('a,A123456789012,b', true)).toBe(true);
  });
});
