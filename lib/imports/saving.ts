import 'server-only';
import { clock } from '#lib/clock.ts';
import { inCouncil } from '#lib/db.ts';
import { fillCells } from '#lib/imports/cells.ts';
import { isAsShown, judge, tallyOf } from '#lib/imports/compare.ts';
import type { Findings } from '#lib/imports/findings.ts';
import { planOf } from '#lib/imports/plan.ts';
import { previewOf } from '#lib/imports/previewing.ts';
import { onStage, type Stage } from '#lib/imports/stage.ts';
import { letGo } from '#lib/imports/storage.ts';
import { Cancelled, watchImport } from '#lib/imports/watching.ts';
import { endImport, takeUp, type Work } from '#lib/imports/working.ts';
import { writeJudged } from '#lib/imports/writing.ts';

/**
 * Writes the figures of an import just as its preview showed them: all of them, its line and the line in the trail in
 * one transaction, or nothing. Where the figures here have changed since, it goes back to a new preview instead. May be
 * broken off at any moment and run again.
 */
export async function saveImport(councilId: string, id: string): Promise<void> {
  const work = await takeUp(councilId, id, ['saving'], 'saving');
  // Saved, and broken off before its file went.
  if (!work) return isSaved(councilId, id).then((saved) => (saved ? letGo(councilId, id) : undefined));
  try {
    await save(work);
  } catch (error) {
    await endImport(work, error);
  }
}

const isSaved = (councilId: string, id: string) =>
  inCouncil(councilId, async (db) => (await db.import.count({ where: { id, state: 'saved' } })) === 1);

async function save(work: Work): Promise<void> {
  const { councilId, id, personId, findings, mapping } = work;
  const facts = findings.facts;
  if (!facts) throw new Error('an import is saved only after it was read');
  const watch = watchImport(councilId, id);
  const { commit, preview } = await onStage({ councilId, id, watch }, async (stage) => {
    const targets = await inCouncil(councilId, (db) => planOf(db, mapping.rules, stage.header, facts));
    await fillCells(stage, targets);
    await judge(stage);
    const { whole } = await tallyOf(stage, targets.length);
    if (!isAsShown(findings.preview, whole)) return { commit: false, preview: await previewOf(stage, targets) };
    await writeJudged(stage, { importId: id, personId, at: clock(), watch });
    watch.check();
    await writeEnd(stage, work, { ...findings, note: null, rules: mapping.rules });
    return { commit: true, preview: null };
  });
  if (commit) return letGo(councilId, id);
  const note = 'The figures here have changed since the last preview, so nothing was saved. This preview is new.';
  const data = { state: 'ready' as const, findings: { ...findings, preview, note } };
  await inCouncil(councilId, (db) => db.import.updateMany({ where: { id, state: 'saving', cancelledAt: null }, data }));
}

async function writeEnd({ client }: Stage, { councilId, id, personId }: Work, findings: Findings): Promise<void> {
  const ended = await client.query(
    `UPDATE "Import" SET state = 'saved', "finishedAt" = $2, findings = $3, "rowsDone" = "rowsTotal"
      WHERE id = $1 AND state = 'saving' AND "cancelledAt" IS NULL`,
    [id, clock(), JSON.stringify(findings)],
  );
  if (ended.rowCount !== 1) throw new Cancelled();
  await client.query(
    `INSERT INTO "AuditEvent" ("councilId", id, "personId", operation, subject)
     VALUES ($1, gen_random_uuid(), $2, 'savedImport', $3)`,
    [councilId, personId, id],
  );
}
