import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { cabinetReport, fieldsOf } from '#lib/reports/template.ts';
import { marksOf, merge, readMarks, type Texts } from '#lib/reports/texts.ts';

/** The keys of every text that an officer writes. */
const textKeys = fieldsOf(cabinetReport).map((field) => field.key);

/**
 * A report in preparation, held for this transaction: two saves, or two freezes, come one after the other.
 * @returns null when there is none in this council
 */
export async function loadReport(db: Db, id: string) {
  await db.$queryRaw`SELECT 1 FROM "Report" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await db.report.findFirst({
    where: { id },
    select: {
      id: true,
      title: true,
      startsOn: true,
      endsOn: true,
      texts: true,
      version: true,
      strategy: { select: { id: true, title: true, startsOn: true, endsOn: true } },
      snapshots: { select: { edition: true }, orderBy: { edition: 'desc' }, take: 1 },
    },
  });
  if (!found) return null;
  const { snapshots, title, ...report } = found;
  const texts: Texts = { ...(found.texts as Texts), title };
  return { ...report, title, texts, latestEdition: snapshots[0]?.edition ?? 0 };
}

export type LoadedReport = NonNullable<Awaited<ReturnType<typeof loadReport>>>;

type Sent = { version: number; was: string; typed: Texts };

/**
 * Saves what was typed. Where somebody else saved since, different texts are both kept.
 * @returns whether anything changed, and whether somebody else's changes were taken in
 * @throws Refusal with the other person's text where both changed the same one
 */
export async function saveTexts(
  viewer: Viewer,
  db: Db,
  report: LoadedReport,
  { version, was, typed }: Sent,
): Promise<{ changed: boolean; merged: boolean }> {
  const isStale = version !== report.version;
  const found = isStale
    ? merge({ stored: report.texts, typed, shown: readMarks(was) }, textKeys)
    : { texts: typed, taken: [], disputed: [] };
  if (found.disputed.length > 0) throw disputeOf(report, found);
  const changed = textKeys.some((key) => (report.texts[key] ?? '') !== (found.texts[key] ?? ''));
  if (changed) {
    const { title = report.title, ...texts } = found.texts;
    await db.report.update({
      where: {
        councilId_id: { councilId: viewer.councilId, id: report.id },
        version: report.version,
      },
      data: { title, texts, version: { increment: 1 } },
    });
  }
  return { changed, merged: found.taken.length > 0 };
}

/** Everything that the form needs to show both texts, and to save over theirs once a person has decided. */
function disputeOf(report: LoadedReport, { disputed, taken }: { disputed: string[]; taken: string[] }): Refusal {
  const labels = fieldsOf(cabinetReport).filter((field) => disputed.includes(field.key));
  const theirs = [...disputed, ...taken].map((key) => [key, report.texts[key] ?? '']);
  return new Refusal('It is not saved yet: somebody else changed the same text while you wrote.', {
    errors: Object.fromEntries(
      labels.map(({ key, label }) => [key, `${label}: read both texts, put what counts into yours, then save.`]),
    ),
    theirs: {
      ...Object.fromEntries(theirs),
      version: `${report.version}`,
      was: JSON.stringify(marksOf(report.texts, textKeys)),
      taken: taken.join(' '),
    },
  });
}
