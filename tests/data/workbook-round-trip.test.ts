import { beforeAll, describe, expect, it, vi } from 'vitest';
import { usualSettings } from '#lib/councils/usual.ts';
import { inCouncil } from '#lib/db.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';
import { csvFile } from '#lib/workbook/csv.ts';
import { parseWorkbook } from '#lib/workbook/parse.ts';
import { workbookFile } from '#lib/workbook/writing.ts';
import { current, seeded } from '#tests/data/workbook-acting.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const strategies = [
  'portsmouth/strategy-2017-20.json',
  'portsmouth/strategy-2023-26.json',
  'rotherham/strategy-2024-27.json',
];

/** A council with nothing in it, made as the app makes one. */
async function emptyCouncil(): Promise<string> {
  const id = crypto.randomUUID();
  const name = `empty-${id.slice(0, 8)}`;
  await inCouncil(id, (db) =>
    db.council.create({
      data: { id, slug: name, name, shortName: name, code: name, colour: '#000000', ...usualSettings },
    }),
  );
  return id;
}

describe.each(strategies)('%s, out to a file and into an empty council', (path) => {
  let councilId: string;
  beforeAll(async () => {
    councilId = await emptyCouncil();
  });

  it('is the same strategy: as a workbook, and then as a table over it', async () => {
    const written = seeded(path);
    // What it takes the place of, and what it carries on, is of its own council.
    const before = {
      ...written,
      supersedes: null,
      commitments: written.commitments.map((row) => ({ ...row, carriedFrom: null })),
    };
    const { content, problems } = await parseWorkbook(await workbookFile(before), 5);
    expect(problems).toEqual([]);
    if (!content) throw new Error('nothing was read');
    await inCouncil(councilId, (db) => writeContent(db, councilId, content));
    const after = await current(before.key, councilId);
    expect(after).toEqual(before);

    const again = await parseWorkbook(new TextEncoder().encode(csvFile(after)), 5);
    expect(again).toEqual({ content: before, problems: [] });
  });
});

it('two strategies of one council, one carried over from the other, come back as they were', async () => {
  const councilId = await emptyCouncil();
  const [first, second] = ['portsmouth/strategy-2017-20.json', 'portsmouth/strategy-2023-26.json'].map(seeded);
  if (!first || !second) throw new Error('the seed has two');
  for (const written of [
    { ...first, supersedes: null },
    { ...second, supersedes: first.key },
  ]) {
    const { content } = await parseWorkbook(await workbookFile(written), 5);
    if (content) await inCouncil(councilId, (db) => writeContent(db, councilId, content));
    expect(await current(written.key, councilId)).toEqual(written);
  }
});
