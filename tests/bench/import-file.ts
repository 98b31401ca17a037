import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { header } from '#tests/setup/standard-columns.ts';

/** A made file of the data standard, as large as it is asked for: every row is one figure of one place and year. */

const topics = 20;
const groups = ['Total', ...Array.from({ length: 12 }, (_, at) => `Group ${at + 1}`)];
const councils = 153;
const regions = 10;

const columns = [...header, 'topic', 'characteristic', 'children_count', 'children_percent'];

/** Its map: a figure for every pair of items, its group in the row of the total. */
export const rules = Array.from({ length: topics }, (_, topic) =>
  groups.map((group) => ({
    id: `${topic} ${group}`,
    indicator: `bench-${topic}-${group}`,
    breakdown: '',
    pick: { topic: `Topic ${topic + 1}`, characteristic: group },
    value: 'children_percent',
    numerator: 'children_count',
    denominator: 'children_count',
    denominatorPick: { characteristic: 'Total' },
    across: [],
  })),
).flat();

const code = (letters: string, n: number) => `${letters}${String(n).padStart(6, '0')}`;

const places = [
  'National,E92000001,England,,,,,',
  ...Array.from({ length: regions }, (_, n) => `Regional,E92000001,England,${code('E12', n)},Region ${n},,,`),
  ...Array.from(
    { length: councils },
    (_, n) =>
      `Local authority,E92000001,England,${code('E12', n % regions)},Region ${n % regions},${200 + n},"Council ${n}, City of",${code('E09', n)}`,
  ),
];

export const rowsOf = (years: number) => years * places.length * topics * groups.length;

/** Writes it piece by piece. @returns bytes */
export async function makeFile(path: string, years: number): Promise<number> {
  const file = createWriteStream(path);
  file.write(`\uFEFF${columns.join(',')}\r\n`);
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  for (let year = 2026 - years; year < 2026; year++) {
    for (const place of places) {
      let piece = '';
      for (let topic = 1; topic <= topics; topic++) {
        for (const group of groups) {
          const n = random() % 900;
          const cells = n < 60 ? 'c,c' : `${n},${((n * 7) % 1000) / 10}`;
          piece += `${year},Reporting year,${place},Topic ${topic},${group},${cells}\r\n`;
        }
      }
      if (!file.write(piece)) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'finish');
  return file.bytesWritten;
}
