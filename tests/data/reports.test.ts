import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { freezeReport, makeReport, writeReport } from '#lib/reports/mutations.ts';
import { getEdition, getPreview, getReport, listEditions, listReportsInPreparation } from '#lib/reports/queries.ts';
import {
  refusal,
  reportId,
  runningYear,
  send,
  textsForm,
  viewerCalled,
  writtenReport,
} from '#tests/data/reports-acting.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
let officer: Viewer;

beforeEach(async () => {
  officer = await viewerCalled('Strategy officer');
});

describe('making a report', () => {
  it('gathers the whole strategy into a preview, and asks for the texts', async () => {
    const id = await reportId(officer);
    const { document, missing } = await getPreview(officer, id);
    const words = JSON.stringify(document);
    const refs = new Set(words.match(/"(Voice|Relationships|Learning|Home|Health|Skills) \d+"/g));
    expect(refs.size).toBe(62);
    expect(words.match(/"label":"\d+\. [^"]+","text":""/g)).toHaveLength(11);
    expect(words).toContain('Open Government Licence');
    expect(document.blocks.filter((block) => block.kind === 'chart')).toHaveLength(19);
    expect(missing).toHaveLength(15);
  });

  it('makes one report of a year, whoever asks again', async () => {
    const id = await reportId(officer);
    const state = await refusal(makeReport, { year: await runningYear(officer) });
    expect(state?.errors.year).toContain('Open the report of this year');
    const future = (await runningYear(officer)).replace(/\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/, '2031-01-01 2031-12-31');
    expect((await refusal(makeReport, { year: future }))?.errors.year).toContain('Choose one');
    expect((await listReportsInPreparation(officer))?.reports.map((report) => report.id)).toEqual([id]);
  });

  it('does not freeze while a text is missing, and names each by its field', async () => {
    const id = await reportId(officer);
    const { version } = await getReport(officer, id);
    const state = await refusal(freezeReport, { report: id, version: String(version) });
    expect(Object.keys(state?.errors ?? {})).toHaveLength(15);
    expect(state?.errors.legal).toContain('Legal implications');
    expect(await listEditions(officer)).toEqual([]);
  });

  it('does not freeze a text that states a small number of children, and names the place', async () => {
    const { id } = await writtenReport(officer);
    const shown = await getReport(officer, id);
    await send(writeReport, textsForm(shown, { ...shown.texts, background: 'Only two young people moved.' }));
    const { version } = await getReport(officer, id);
    const state = await refusal(freezeReport, { report: id, version: String(version) });
    expect(state?.errors).toEqual({
      background: 'Background: “two young people” could point at a child. Say “a few”, or give a larger group.',
    });
    expect(await listEditions(officer)).toEqual([]);
  });
});

describe('two officers', () => {
  it('who write different texts both keep theirs', async () => {
    const { id } = await writtenReport(officer);
    const shown = await getReport(officer, id);
    const first = textsForm(shown, { ...shown.texts, legal: 'Hers' });
    const second = textsForm(shown, { ...shown.texts, finance: 'His' });
    expect(await send(writeReport, first)).toContain('saved=yes');
    expect(await send(writeReport, second)).toContain('saved=merged');
    expect((await getReport(officer, id)).texts).toMatchObject({ legal: 'Hers', finance: 'His' });
  });

  it('who change the same text: the second is refused, both texts are shown, nothing is lost', async () => {
    const { id } = await writtenReport(officer);
    const shown = await getReport(officer, id);
    await send(writeReport, textsForm(shown, { ...shown.texts, legal: 'Hers', purpose: 'New' }));
    const late = textsForm(shown, { ...shown.texts, legal: 'His' });
    const state = await refusal(writeReport, late);
    expect(state?.values.legal).toBe('His');
    expect(state?.theirs).toMatchObject({ legal: 'Hers', purpose: 'New', taken: 'purpose' });
    expect((await getReport(officer, id)).texts.legal).toBe('Hers');

    const { version = '', was = '' } = state?.theirs ?? {};
    const decided = { ...late, version, was, legal: 'Hers and his', purpose: 'New' };
    expect(await send(writeReport, decided)).toContain('saved=yes');
    expect((await getReport(officer, id)).texts).toMatchObject({ legal: 'Hers and his', purpose: 'New' });
  });

  it('cannot freeze texts that the preview did not show', async () => {
    const { id, version } = await writtenReport(officer);
    const shown = await getReport(officer, id);
    await send(writeReport, textsForm(shown, { ...shown.texts, legal: 'Newer' }));
    const state = await refusal(freezeReport, { report: id, version });
    expect(state?.message).toContain('after this preview');
  });
});

describe('who may not', () => {
  it('make reports finds none in preparation, and cannot make, write or freeze one', async () => {
    const { id, version } = await writtenReport(officer);
    for (const name of ['Board member', 'Home lead', 'Scrutiny viewer', 'Chair of the board']) {
      const viewer = await viewerCalled(name);
      expect(await listReportsInPreparation(viewer)).toBeNull();
      await expect(getReport(viewer, id)).rejects.toMatchObject(notFound);
      await expect(getPreview(viewer, id)).rejects.toMatchObject(notFound);
      const count = (await listEditions(viewer)).length;
      const state = await refusal(freezeReport, { report: id, version });
      expect(state?.message).toBe('Your role does not allow this.');
      expect((await refusal(makeReport, { year: await runningYear(officer) }))?.message).toBe(
        'Your role does not allow this.',
      );
      expect(await listEditions(viewer)).toHaveLength(count);
    }
  });

  it('see this council finds nothing of it', async () => {
    const { id, version } = await writtenReport(officer);
    await send(freezeReport, { report: id, version });
    const stranger = { ...officer, councilId: crypto.randomUUID() };
    expect(await listEditions(stranger)).toEqual([]);
    expect((await listReportsInPreparation(stranger))?.reports).toEqual([]);
    await expect(getReport(stranger, id)).rejects.toMatchObject(notFound);
    await expect(getPreview(stranger, id)).rejects.toMatchObject(notFound);
    await expect(getEdition(stranger, id, '1')).rejects.toMatchObject(notFound);
    for (const wrong of ['0', '1.5', '1e1', '999', 'x']) {
      await expect(getEdition(officer, id, wrong)).rejects.toMatchObject(notFound);
    }
    await expect(getEdition(officer, 'not-an-id', '1')).rejects.toMatchObject(notFound);
  });
});
