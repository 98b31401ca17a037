import { describe, expect, it, vi } from 'vitest';
import { csv, importOf, isThere, placeCells, read, send } from '#tests/data/imports-acting.ts';
import { inPortsmouth } from '#tests/setup/act.ts';
import { header } from '#tests/setup/standard-columns.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const columns = [...header, 'sex', 'n'];
const row = (n: string, sex = 'Total', year = '2025', place: Parameters<typeof placeCells>[0] = 'Portsmouth') => [
  year,
  'Reporting year',
  ...placeCells(place),
  sex,
  n,
];
const plain = csv(columns, [row('12')]);

const trail = (id: string) =>
  inPortsmouth<{ operation: string; subject: string }>(
    'SELECT operation, subject FROM "AuditEvent" WHERE subject = $1 ORDER BY number',
    [id],
  );

/** Everything that the database holds of an import, as one text. */
const kept = async (id: string) =>
  JSON.stringify([
    await inPortsmouth('SELECT to_jsonb(i) AS row FROM "Import" i WHERE id = $1', [id]),
    await inPortsmouth('SELECT to_jsonb(e) AS row FROM "AuditEvent" e WHERE subject = $1', [id]),
  ]);

describe('a list of children', () => {
  const lists = {
    'the return SSDA903': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n31415926,1,14/03/2011,WBRI,A123456789012,0\n',
    'a list without names of columns': '31415926,F,14/03/2011,WBRI\n31415927,M,15/04/2012,WBRI\n',
    'pupil numbers far down in a file of totals': csv(columns, [
      ...Array.from({ length: 60_000 }, (_, at) => row(String(at))),
      row('A123456789012'),
    ]),
    'dates of birth in a file of totals': csv(
      [...columns, 'note'],
      [
        [...row('12'), ''],
        [...row('13', 'Female'), '14/03/2011'],
      ],
    ),
  };
  for (const [what, text] of Object.entries(lists)) {
    it(`is refused and deleted, and leaves nothing of itself: ${what}`, async () => {
      const { id, status } = await send(text, { name: 'Jamie Example 31415926.csv' });
      expect(status).toBe(303);
      const { state, fileName, hash, findings } = await importOf(id);
      expect({ state, fileName, hash }).toEqual({ state: 'refused', fileName: '', hash: '' });
      expect(findings.problem).toMatch(/^This file looks like a list of children: it h.* The file was deleted\.$/);
      expect(await isThere(id)).toBe(false);
      expect(await trail(id)).toEqual([{ operation: 'refuseChildLevel', subject: id }]);
      expect(await kept(id)).not.toMatch(/31415926|Jamie|14\/03\/2011|A123456789012|WBRI/);
    });
  }

  it('is told by a column of days beside a column that may hold days', async () => {
    const days = csv([...columns, 'attendance_date', 'review'], [[...row('12'), '2025-03-04', '14/03/2011']]);
    const { id } = await send(days);
    expect((await importOf(id)).state).toBe('waiting');
    const { state, fileName, hash, findings } = await read(id);
    expect({ state, fileName, hash }).toEqual({ state: 'refused', fileName: '', hash: '' });
    expect(findings.header).toEqual([]);
    expect(await isThere(id)).toBe(false);
    expect((await trail(id)).at(-1)?.operation).toBe('refuseChildLevel');
    const fine = await send(csv([...columns, 'attendance_date'], [[...row('12'), '2025-03-04']]));
    expect((await read(fine.id)).state).toBe('ready');
  });
});

describe('a file that is no data file', () => {
  it('such as the Department’s example with its mistaken name is refused with the right name', async () => {
    const { id } = await send(plain.replace('geographic_level', 'geographical_level'), { name: 'ees_demo.csv' });
    const { state, findings, fileName } = await importOf(id);
    expect({ state, fileName }).toEqual({ state: 'refused', fileName: 'ees_demo.csv' });
    expect(findings.problem).toBe('The column "geographical_level" must be called "geographic_level".');
    expect(await isThere(id)).toBe(false);
    expect(await trail(id)).toEqual([{ operation: 'refuseImport', subject: id }]);
  });

  const lines = plain.split('\n');
  it.each([
    [
      'too many cells',
      `${plain}${lines[1]},9\n`,
      'Line 3 of the file: it has more cells than the first row has names.',
    ],
    [
      'too few cells',
      `${plain}2025,Reporting year\n`,
      'Line 3 of the file: it has fewer cells than the first row has names.',
    ],
    ['an open quotation mark', `${plain}"2025\n`, /^Line \d+ of the file: a quotation mark opens a cell/],
    ['no rows', `${lines[0]}\n`, 'The file has no rows below the names of its columns.'],
    ['no line end at all', lines[0] ?? '', 'The file has one row alone: the names of its columns.'],
    [
      'kinds of years',
      csv(columns, [row('1'), ['202425', 'Academic year', ...row('2').slice(2)]]),
      /^The file mixes kinds of years/,
    ],
    ['six digits', csv(columns, [row('1', 'Total', '202426')]), /^The time_period "202426" does not fit/],
    [
      'places of other levels alone',
      csv(columns, [row('1', 'Total', '2025', ['School', ...placeCells('England').slice(1)])]),
      /^No row is of the level National/,
    ],
    [
      'regions without a code',
      plain.replace('region_code', 'region_xcode').replace('Local authority', 'Regional'),
      'The file has rows of the level "Regional", and no column "region_code" that says of which place.',
    ],
  ])('is refused with its line and what is wrong: %s', async (_what, text, sentence) => {
    const { id } = await send(text);
    const { state, findings } = await read(id);
    expect(state).toBe('refused');
    expect(findings.problem).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
    expect(await isThere(id)).toBe(false);
    expect((await trail(id)).at(-1)?.operation).toBe('refuseImport');
  });

  it('because it is not UTF-8 is refused without its words', async () => {
    const { id } = await send(Buffer.from(plain.replace('Total', 'Tötal'), 'latin1'));
    const { state, findings } = await read(id);
    expect(state).toBe('refused');
    expect(findings.problem).toBe(
      'Line 2 of the file: it holds characters that are not UTF-8. Save the file as "CSV UTF-8" and send it again.',
    );
  });

  it('or comes with a meta file that is none, is refused', async () => {
    const { id } = await send(plain, { meta: 'a,b\n1,2\n' });
    expect((await importOf(id)).findings.problem).toBe('The meta file has no column "col_name".');
    expect(await isThere(id)).toBe(false);
  });
});

describe('sending', () => {
  it('a form that did not arrive whole leads back to be sent once more, and leaves nothing', async () => {
    const before = await inPortsmouth('SELECT 1 FROM "Import"');
    const cut = await send(plain, { isCut: true });
    expect([cut.status, cut.to]).toEqual([303, '/portsmouth/indicators/import?problem=broken']);
    expect(await inPortsmouth('SELECT 1 FROM "Import"')).toHaveLength(before.length);
  });

  it('nothing leads back to the form', async () => {
    expect((await send('', { name: '' })).to).toBe('/portsmouth/indicators/import?problem=nothing');
  });

  it('the same form twice makes one import', async () => {
    const key = crypto.randomUUID();
    const [first, second] = [await send(plain, { key }), await send(plain, { key })];
    expect(second.to).toBe(first.to);
    expect(await inPortsmouth('SELECT id FROM "Import" WHERE id = $1', [first.id])).toHaveLength(1);
  });

  it.each([
    ['from another site', { origin: 'https://elsewhere.example' }, 403, /another site/],
    ['signed out', { who: null }, 403, /signed out/],
    ['as a board member', { who: 'board-member' }, 403, /role does not allow/],
  ])('%s takes nothing', async (_what, options, status, sentence) => {
    const before = await inPortsmouth('SELECT id FROM "Import"');
    const answer = await send(plain, options);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(sentence);
    expect(await inPortsmouth('SELECT id FROM "Import"')).toEqual(before);
  });
});
