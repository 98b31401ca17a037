import { describe, expect, it } from 'vitest';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import { regionCodeOf } from '#lib/councils/regions.ts';
import { authorityName, modelsOf } from '#lib/neighbours/models.ts';

/** The Department's old numbers of the councils in Portsmouth's lists, with their ONS codes. */
const codes: Record<string, string> = {
  '331': 'E08000026',
  '355': 'E08000006',
  '357': 'E08000008',
  '373': 'E08000039',
  '382': 'E08000034',
  '383': 'E08000035',
  '390': 'E08000037',
  '801': 'E06000023',
  '831': 'E06000015',
  '852': 'E06000045',
  '874': 'E06000031',
  '879': 'E06000026',
  '882': 'E06000033',
  '894': 'E06000020',
};
const listed = (numbers: string) => numbers.split(',').map((number) => codes[number]);

describe('the models of statistical neighbours', () => {
  it('list Portsmouth’s ten in both, in order', () => {
    const [earlier, later, ...more] = modelsOf('E06000044');
    expect(more).toEqual([]);
    expect(earlier?.members.map(({ areaCode }) => areaCode)).toEqual(listed('852,879,373,831,874,801,894,882,331,355'));
    expect(later?.members.map(({ areaCode }) => areaCode)).toEqual(listed('373,383,382,355,852,882,879,831,390,357'));
    expect([earlier?.startsOn, later?.startsOn]).toEqual(['2021-04-01', '2025-05-01']);
  });

  it('list ten others for every authority, each with how close it is, none of them twice', () => {
    const closeness = new Set<string>();
    for (const { code } of authorities) {
      const models = modelsOf(code);
      expect(models.at(-1)?.model, code).toBe('2025');
      for (const { members } of models) {
        expect(new Set(members.map(({ areaCode }) => areaCode)).size).toBe(10);
        expect(members.map(({ areaCode }) => areaCode)).not.toContain(code);
        for (const member of members) {
          closeness.add(member.closeness);
          expect(authorityName(member.areaCode)).not.toBe(member.areaCode);
        }
      }
    }
    expect([...closeness].toSorted()).toEqual([
      'Close',
      'Extremely close',
      'Not close',
      'Somewhat close',
      'Very close',
    ]);
  });

  it('know an authority by its ONS code alone', () => {
    expect(modelsOf('E99999999')).toEqual([]);
    expect(authorityName('E06000044')).toBe('Portsmouth');
  });

  it('has a region for every authority', () => {
    for (const { code } of authorities) expect(regionCodeOf(code)).toMatch(/^E1200000[1-9]$/);
    expect([regionCodeOf('E06000044'), regionCodeOf('E09000007'), regionCodeOf('nowhere')]).toEqual([
      'E12000008',
      'E12000007',
      '',
    ]);
  });
});
