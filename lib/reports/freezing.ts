import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { smallNumberErrors } from '#lib/guard/small-numbers.ts';
import { holdLedger, writeReportInLedger } from '#lib/releases/releasing.ts';
import { gather } from '#lib/reports/gather.ts';
import { gatherFigures } from '#lib/reports/gather-figures.ts';
import { asOfFor, documentsWithoutPlace, missingTexts, missingWords } from '#lib/reports/rules.ts';
import { frozenFrom, hashOf } from '#lib/reports/snapshot.ts';
import { cabinetReport, fieldsOf } from '#lib/reports/template.ts';
import type { LoadedReport } from '#lib/reports/working.ts';

/** @throws Refusal that names each text that is missing, or states a small number of children, by its field */
function refuseUnfinished(texts: Record<string, string>, threshold: number): void {
  const written = fieldsOf(cabinetReport).map(({ key, label }) => ({ field: key, label, text: texts[key] ?? '' }));
  const errors = {
    ...Object.fromEntries(missingTexts(cabinetReport, texts).map((field) => [field.key, missingWords(field)])),
    ...smallNumberErrors(written, threshold),
  };
  const [placeless] = documentsWithoutPlace(texts[cabinetReport.documents.key] ?? '');
  if (placeless) {
    errors[cabinetReport.documents.key] =
      `Background documents: say after a semicolon where “${placeless}” can be read.`;
  }
  if (Object.keys(errors).length > 0) {
    throw new Refusal('The report cannot be frozen yet. Nothing was lost.', { errors });
  }
}

/**
 * Copies in everything that the report says now, in the transaction of the caller, as the next edition.
 * @returns the number of the edition
 */
export async function freezeEdition(viewer: Viewer, db: Db, report: LoadedReport): Promise<number> {
  refuseUnfinished(report.texts, viewer.council.rules.disclosureThreshold);
  const now = clock();
  await holdLedger(db, viewer.councilId);
  const { themes, rows, refusal } = await gatherFigures(db, report);
  if (refusal) throw refusal;
  const content = await gather(viewer, db, report, asOfFor(report.endsOn, now), themes);
  const edition = report.latestEdition + 1;
  const frozen = frozenFrom(content, {
    edition,
    frozenBy: viewer.name,
    frozenAt: now.toISOString(),
  });
  // What is hashed is what JSON keeps: a value that JSON leaves out must not be in the sum.
  const stored = JSON.parse(JSON.stringify(frozen));
  await db.snapshot.create({
    data: {
      councilId: viewer.councilId,
      reportId: report.id,
      edition,
      content: stored,
      hash: hashOf(stored),
      frozenById: viewer.personId,
      frozenAt: now,
    },
  });
  const released = { slug: `report-${report.id}`, title: report.title, edition, hash: hashOf(stored) };
  await writeReportInLedger(db, viewer, { ...released, releasedAt: now }, rows);
  return edition;
}
