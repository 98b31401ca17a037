import 'server-only';
import { recordAudit } from '#lib/audit.ts';
import { clock } from '#lib/clock.ts';
import { inCouncil } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { ChildLevel } from '#lib/imports/facts.ts';
import { type Findings, readFindings } from '#lib/imports/findings.ts';
import { type Mapping, mapping } from '#lib/imports/map.ts';
import { letGo } from '#lib/imports/storage.ts';
import { Cancelled } from '#lib/imports/watching.ts';
import type { ImportState } from '#prisma/generated/enums.ts';

export type Work = {
  councilId: string;
  id: string;
  personId: string;
  findings: Findings;
  mapId: string | null;
  mapping: Mapping;
};

/** Takes up an import in one of these states; null where it is in another, so that there is nothing to do. */
export async function takeUp(councilId: string, id: string, from: ImportState[], to: ImportState) {
  await endCancelled(councilId, id, from);
  return inCouncil(councilId, async (db): Promise<Work | null> => {
    const taken = await db.import.updateMany({
      where: { id, state: { in: from }, cancelledAt: null },
      data: { state: to, rowsDone: 0 },
    });
    if (taken.count === 0) return null;
    const row = await db.import.findFirstOrThrow({
      where: { id },
      select: { personId: true, findings: true, mapId: true, map: { select: { mapping: true } } },
    });
    return {
      councilId,
      id,
      personId: row.personId,
      findings: readFindings(row.findings),
      mapId: row.mapId,
      mapping: mapping.parse(row.map?.mapping ?? { rules: [] }),
    };
  });
}

/** Somebody cancelled it while the process that worked on it was dead. */
async function endCancelled(councilId: string, id: string, from: ImportState[]): Promise<void> {
  const where = { id, state: { in: from }, cancelledAt: { not: null } };
  const data = { state: 'cancelled' as const, finishedAt: clock() };
  const { count } = await inCouncil(councilId, (db) => db.import.updateMany({ where, data }));
  if (count > 0) await letGo(councilId, id);
}

/** Ends an import that came to nothing: its file goes, and a line says why. */
export async function endImport({ councilId, id, personId }: Work, error: unknown): Promise<void> {
  const end = endOf(error);
  if (!end) throw error;
  const { state, problem, isChildLevel } = end;
  await letGo(councilId, id);
  await inCouncil(councilId, async (db) => {
    await db.import.updateMany({
      where: { id },
      data: {
        state,
        findings: { problem },
        finishedAt: clock(),
        ...(isChildLevel && { fileName: '', hash: '', metaHash: '' }),
      },
    });
    // Who cancelled it is in the trail already.
    const operation = isChildLevel ? 'refuseChildLevel' : 'refuseImport';
    if (state === 'refused') await recordAudit(db, { councilId, personId }, operation, id);
  });
}

type End = { state: 'refused' | 'cancelled' | 'failed'; problem: string | null; isChildLevel: boolean };

/** Null where trying again later may help: the database went away, or this process is to end. */
function endOf(error: unknown): End | null {
  if (error instanceof Cancelled) return { state: 'cancelled', problem: null, isChildLevel: false };
  if (error instanceof Refusal) {
    return { state: 'refused', problem: error.message, isChildLevel: error instanceof ChildLevel };
  }
  const { code = '' } = error as { code?: string };
  if (code === '57014') return { state: 'cancelled', problem: null, isChildLevel: false };
  if (code === 'ENOENT') return failed('The file is no longer on the server. Send it once more.');
  if (passes.test(`${code} ${(error as Error).message}`)) return null;
  // Never the message: those quote what stands in a file.
  process.stderr.write(`jobs: an import failed (${(error as Error).name} ${code})\n`);
  return failed('Pledgeboard could not read this file, and that is not your fault. The reason is in its log.');
}

const failed = (problem: string): End => ({ state: 'failed', problem, isChildLevel: false });

/** The database is not there, or goes away just now. */
const passes =
  /^(?:08|57P|53[234]|40|P1|P2024|P2028|ECONN|EPIPE|ETIMEDOUT)|Connection terminated|timeout|not queryable/;
