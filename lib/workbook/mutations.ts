'use server';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { shown, text } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { count } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';
import { checkSize } from '#lib/workbook/guard.ts';
import { parseWorkbook } from '#lib/workbook/parse.ts';
import { problemErrors } from '#lib/workbook/problems.ts';
import { checkUpload, keepUpload, loadUpload, rehearse } from '#lib/workbook/uploads.ts';

/** Reads a file and keeps what it holds for its preview. Nothing of the strategy changes yet. */
export const uploadWorkbook = mutation({
  operation: 'uploadWorkbook',
  input: z.object({ file: z.instanceof(File, { error: 'Choose the workbook that you filled in.' }) }),
  load: async () => ({}),
  allow: can.editStrategy,
  async run(viewer, db, { file }) {
    checkSize(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { content, problems } = await parseWorkbook(bytes, viewer.council.rules.disclosureThreshold);
    if (!content) {
      const sentence = `${count(problems.length, 'place')} to mend in the file. Nothing was saved.`;
      throw new Refusal(sentence, { errors: problemErrors(problems) });
    }
    await rehearse(viewer, db, content);
    const id = await keepUpload(viewer, db, { fileName: file.name, content });
    return { subject: id, to: `/${viewer.council.slug}/settings/strategy/${id}` };
  },
});

/** Brings the strategy to what the preview showed, whole or not at all. */
export const saveWorkbook = mutation({
  operation: 'saveWorkbook',
  input: z.object({ upload: z.uuid(), shown, reason: text(1_000, 'The reason') }),
  load: (viewer, db, { upload }) => loadUpload(viewer, db, upload),
  allow: can.editStrategy,
  async run(viewer, db, { shown: basis, reason }, upload) {
    const { councilId, personId } = viewer;
    checkUpload(upload, basis);
    await writeContent(db, councilId, upload.content, reason ? { personId, reason } : undefined);
    const where = { councilId_id: { councilId, id: upload.id } };
    await db.uploadedWorkbook.update({ where, data: { savedAt: clock() } });
    const { key } = upload.content;
    return { subject: `${key}, from a workbook`, to: `/${viewer.council.slug}/settings/strategy?saved=${key}` };
  },
});
