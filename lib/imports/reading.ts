import 'server-only';
import { inCouncil } from '#lib/db.ts';
import { fillCells } from '#lib/imports/cells.ts';
import { signatureOf } from '#lib/imports/columns.ts';
import { judge } from '#lib/imports/compare.ts';
import { readFacts } from '#lib/imports/facts.ts';
import type { Facts } from '#lib/imports/findings.ts';
import { chooseMap, type Mapping, mapping } from '#lib/imports/map.ts';
import { planOf } from '#lib/imports/plan.ts';
import { previewOf } from '#lib/imports/previewing.ts';
import { onStage } from '#lib/imports/stage.ts';
import { Cancelled, watchImport } from '#lib/imports/watching.ts';
import { endImport, takeUp, type Work } from '#lib/imports/working.ts';

/**
 * Reads the file of an import: what it holds, and, where a map says what its columns mean, what saving it would do.
 * Writes nothing of the council but the import's own line. May be broken off at any moment and run again.
 */
export async function readImport(councilId: string, id: string): Promise<void> {
  const work = await takeUp(councilId, id, ['waiting', 'reading'], 'reading');
  if (!work) return;
  try {
    await read(work);
  } catch (error) {
    await endImport(work, error);
  }
}

async function read(work: Work): Promise<void> {
  const { councilId, id, findings } = work;
  const watch = watchImport(councilId, id);
  const found = await onStage({ councilId, id, watch }, async (stage) => {
    const facts = findings.facts ?? (await readFacts(stage, findings.meta));
    const map = await mapFor(work, stage.header, facts);
    const rules = map?.mapping.rules ?? [];
    const targets = await inCouncil(councilId, (db) => planOf(db, rules, stage.header, facts));
    await fillCells(stage, targets);
    await judge(stage);
    const preview = rules.length > 0 ? await previewOf(stage, targets) : null;
    watch.check();
    return { commit: false, facts, preview, mapId: map?.id ?? null };
  });
  const { facts, preview, mapId } = found;
  const { count } = await inCouncil(councilId, (db) =>
    db.import.updateMany({
      where: { id, state: 'reading', cancelledAt: null },
      data: {
        state: 'ready',
        mapId,
        rowsDone: facts.rows,
        rowsTotal: facts.rows,
        findings: { ...findings, rules: null, note: null, facts, preview },
      },
    }),
  );
  if (count === 0) throw new Cancelled();
}

/** The map that the import has, or the one that a file of this kind was given before. */
async function mapFor({ councilId, mapId, mapping: own }: Work, header: readonly string[], facts: Facts) {
  if (mapId) return { id: mapId, mapping: own };
  const maps = await inCouncil(councilId, (db) =>
    db.importMap.findMany({
      where: { columns: signatureOf(header) },
      orderBy: { savedAt: 'desc' },
      select: { id: true, mapping: true },
    }),
  );
  const known: { id: string; mapping: Mapping }[] = maps.map((map) => ({
    id: map.id,
    mapping: mapping.parse(map.mapping),
  }));
  return chooseMap(known, header, facts.filters);
}
