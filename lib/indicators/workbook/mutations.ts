'use server';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { shown } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { count } from '#lib/format.ts';
import { recordValue } from '#lib/indicators/values/reading.ts';
import { parseValues } from '#lib/indicators/workbook/parse.ts';
import { keepValues, knownTo, loadValues } from '#lib/indicators/workbook/uploads.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { checkSize } from '#lib/workbook/guard.ts';
import { problemErrors } from '#lib/workbook/problems.ts';

/** Reads a workbook of values and keeps them for their preview. Nothing is recorded yet. */
export const uploadValues = mutation({
  operation: 'uploadValues',
  input: z.object({ file: z.instanceof(File, { error: 'Choose the workbook that you filled in.' }) }),
  load: knownTo,
  allow: (_viewer, { figures }) => [...figures.values()].some(({ mayRecord }) => mayRecord),
  async run(viewer, db, { file }, known) {
    checkSize(file.size);
    const { rows, problems } = await parseValues(new Uint8Array(await file.arrayBuffer()), known);
    if (problems.length > 0) {
      const sentence = `${count(problems.length, 'place')} to mend in the file. Nothing was recorded.`;
      throw new Refusal(sentence, { errors: problemErrors(problems) });
    }
    const id = await keepValues(viewer, db, { fileName: file.name, rows });
    return { subject: id, to: `/${viewer.council.slug}/indicators/workbook/${id}` };
  },
});

/** Records what the preview showed, all of it or nothing. What stood before stays to be read. */
export const saveValues = mutation({
  operation: 'saveValues',
  input: z.object({ upload: z.uuid(), shown }),
  load: (viewer, db, { upload }) => loadValues(viewer, db, upload),
  allow: (viewer, { owners }) => owners.every((owner) => can.recordValues(viewer, owner)),
  async run(viewer, db, { shown: mark }, { id, savedAt, basis, changes }) {
    if (savedAt) throw new Refusal('This workbook was saved already. Nothing was recorded again.');
    if (basis !== mark) {
      throw new Refusal(
        'Values changed after this page was shown. Load the page again and look at the changes once more.',
      );
    }
    const wanted = changes.filter(({ kind }) => kind !== 'same');
    for (const { definitionId, areaId, period, endsOn, before, stored } of wanted) {
      await recordValue(
        viewer,
        db,
        { definitionId, areaId, period, endsOn, after: before?.recordedAt ?? null },
        stored,
      );
    }
    const where = { councilId_id: { councilId: viewer.councilId, id } };
    await db.uploadedWorkbook.update({ where, data: { savedAt: clock() } });
    return {
      subject: `${count(wanted.length, 'value')}, from a workbook`,
      to: `/${viewer.council.slug}/indicators/workbook?saved=${wanted.length}-${Date.now().toString(36)}`,
    };
  },
});
