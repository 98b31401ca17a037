import { stringify } from 'csv-stringify/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { saveValues, uploadValues } from '#lib/indicators/workbook/mutations.ts';
import { getTemplateRows, getValuesUpload } from '#lib/indicators/workbook/queries.ts';
import { valuesSheet } from '#lib/indicators/workbook/sheet.ts';
import { valuesTemplate } from '#lib/indicators/workbook/template.ts';
import { getUpload } from '#lib/workbook/queries.ts';
import { readBy, recorded } from '#tests/data/figures-acting.ts';
import { actAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const owner = 'health-lead';
const headings = valuesSheet.columns.map(({ header }) => header);
type Line = [key: string, area: string, period: string, ...numbers: string[]];
const csv = (lines: Line[]) =>
  stringify([headings, ...lines.map(([key, area, period, ...numbers]) => [key, '', area, period, ...numbers])], {
    bom: true,
  });
const upload = async (who: string, bytes: Uint8Array | string) => {
  const { to, state } = await actAs(who, uploadValues, { file: new File([bytes as BlobPart], 'values.csv') });
  return { id: to?.split('/').at(-1) ?? '', state };
};
const preview = (who: string, id: string) => readBy(who, (viewer) => getValuesUpload(viewer, id));
const save = (who: string, id: string, shown: string) => actAs(who, saveValues, { upload: id, shown });

it('a template asks for what is missing of the figures of this person, and comes back as it is without a change', async () => {
  const rows = await readBy(owner, (viewer) => getTemplateRows(viewer, ['dental-check', 'three-or-more-homes']));
  expect(rows).toContainEqual({
    key: 'dental-check',
    title: 'Had their teeth checked by a dentist',
    area: 'E06000044',
    period: '2026',
  });
  expect(rows.every(({ key }) => key === 'dental-check')).toBe(true);
  const file = await valuesTemplate(rows);
  const [values] = await readXlsxFile(Buffer.from(file));
  expect(values?.data[0]).toEqual(headings);
  const empty = await upload(owner, new Uint8Array(file));
  expect(empty.state?.errors.problem1).toMatch(/No row holds a value/);
  await expect(readBy('board-chair', (viewer) => getTemplateRows(viewer, []))).rejects.toThrow();
});

describe('a workbook of values', () => {
  it('shows what is new and what changes from what to what, and records all of it at once', async () => {
    const { id, state } = await upload(
      owner,
      csv([
        ['dental-check', '', '31 March 2026', '240', '300'],
        ['yearly-health-check', 'Portsmouth', '2025', '280', '300'],
        ['wellbeing-score-average', 'E92000001', '2026', '', '', '14.9'],
        ['development-checks', '', '2026', '', '', '', 'x'],
        ['immunisations', '', '2026', '', '', ''],
      ]),
    );
    expect(state).toBeNull();
    const { changes, shown } = await preview(owner, id);
    expect(changes.map(({ key, kind, row }) => [key, kind, row])).toEqual([
      ['dental-check', 'new', 2],
      ['yearly-health-check', 'changed', 3],
      ['wellbeing-score-average', 'new', 4],
      ['development-checks', 'new', 5],
    ]);
    expect(changes[1]?.before).toMatchObject({ denominator: expect.any(Number) });
    expect(await recorded('dental-check', '2026')).toEqual([]);
    expect((await save(owner, id, 'another page')).state?.message).toMatch(/Values changed after/);
    expect((await save(owner, id, shown)).to).toMatch(/workbook\?saved=4-/);
    expect(await recorded('dental-check', '2026')).toMatchObject([{ value: 80, numerator: 240, by: 'Health lead' }]);
    expect(await recorded('yearly-health-check', '2025')).toHaveLength(2);
    expect((await save(owner, id, shown)).state?.message).toMatch(/saved already/);
    expect(await recorded('dental-check', '2026')).toHaveLength(1);
  });

  it('is refused whole, each problem with its row and column', async () => {
    const { state } = await upload(
      owner,
      csv([
        ['dental-check', '', '2024', '240', '300'],
        ['dental-check', '', '2024', '241', '300'],
        ['three-or-more-homes', '', '2024', '3', '9'],
        ['nothing', '', '2024', '1', '2'],
        ['dental-check', 'Atlantis', '2023', '1', '2'],
        ['dental-check', '', '2031', '1', '2'],
        ['dental-check', '', '2023', '3', '2'],
        ['dental-check', '', '2022', '', '', '', 'q'],
      ]),
    );
    expect(Object.values(state?.errors ?? {})).toEqual([
      expect.stringMatching(/^Values, row 4, column A \(Figure\): This figure has another owner/),
      expect.stringMatching(/^Values, row 5, column A \(Figure\): “nothing”/),
      expect.stringMatching(/^Values, row 6, column C \(Area\): “Atlantis”/),
      expect.stringMatching(/^Values, row 7, column D \(Period\): This period has not ended/),
      expect.stringMatching(/^Values, row 8, column E \(How many\): 3 cannot be counted out of 2/),
      expect.stringMatching(/^Values, row 9, column H \(Symbol\)/),
      expect.stringMatching(/^Values, row 3: This value is there twice: see row 2/),
    ]);
    expect(await recorded('dental-check', '2024')).toHaveLength(1);
  });

  it('is only of who sent it, and saved only while what stood still stands', async () => {
    const first = await upload(owner, csv([['dental-check', '', '2026', '200', '300']]));
    const second = await upload('strategy-officer', csv([['dental-check', '', '2026', '201', '300']]));
    await expect(preview('strategy-officer', first.id)).rejects.toThrow();
    const [one, other] = [await preview(owner, first.id), await preview('strategy-officer', second.id)];
    expect((await save('strategy-officer', second.id, other.shown)).state).toBeNull();
    expect((await save(owner, first.id, one.shown)).state?.message).toMatch(/Values changed after/);
    expect((await save('strategy-officer', first.id, one.shown)).notFound).toBe(true);
    await expect(readBy('strategy-officer', (viewer) => getUpload(viewer, second.id))).rejects.toThrow();
  });

  it('is refused to who may record nothing', async () => {
    expect((await upload('board-chair', csv([['dental-check', '', '2024', '1', '2']]))).state?.message).toMatch(
      /role does not allow/,
    );
  });
});
