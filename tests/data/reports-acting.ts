import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { authClient, inCouncil } from '#lib/db.ts';
import type { FormAction } from '#lib/form-state.ts';
import { makeReport, writeReport } from '#lib/reports/mutations.ts';
import { getReport, listReportsInPreparation } from '#lib/reports/queries.ts';
import { browser, destination, formOf } from '#tests/setup/request.ts';
import { allTexts } from '#tests/unit/reports/content-fixture.ts';

/** Signs in as this person of the demo council. */
export async function viewerCalled(name: string): Promise<Viewer> {
  browser.forget();
  const { userId } = await authClient().person.findFirstOrThrow({ where: { name } });
  const sessionToken = crypto.randomUUID();
  const expires = new Date(Date.now() + 3_600_000);
  await authClient().session.create({ data: { sessionToken, userId: userId ?? '', expires } });
  browser.jar.set('pledgeboard-session', sessionToken);
  return (await getViewer('portsmouth')) as Viewer;
}

const form = (fields: Record<string, string>) =>
  formOf({ council: 'portsmouth', idempotencyKey: crypto.randomUUID(), ...fields });

/** Sends a form; where it led to, undefined when it was refused. */
export const send = (action: FormAction, fields: Record<string, string>) => destination(action(null, form(fields)));

/** Sends a form that is to be refused. */
export const refusal = (action: FormAction, fields: Record<string, string>) => action(null, form(fields));

/** The running year of the strategy, as the form sends it. */
export async function runningYear(officer: Viewer): Promise<string> {
  const strategy = (await listReportsInPreparation(officer))?.strategies[0];
  return `${strategy?.id} ${strategy?.years.own[0]?.startsOn} ${strategy?.years.own[0]?.endsOn}`;
}

/** The report of the running year, made when there is none yet. */
export async function reportId(officer: Viewer): Promise<string> {
  const existing = (await listReportsInPreparation(officer))?.reports[0];
  return existing?.id ?? (await send(makeReport, { year: await runningYear(officer) }))?.split('/').at(-1) ?? '';
}

/** The form of the texts, as it was shown. */
export const textsForm = (shown: { id: string; version: number; marks: string }, texts: Record<string, string>) => ({
  report: shown.id,
  version: String(shown.version),
  was: shown.marks,
  ...texts,
});

/** A report with everything written, so that nothing stands in the way of freezing. */
export async function writtenReport(officer: Viewer) {
  const shown = await getReport(officer, await reportId(officer));
  await send(writeReport, textsForm(shown, { ...allTexts, title: shown.title }));
  const report = await getReport(officer, shown.id);
  return { ...report, version: String(report.version) };
}

/** Live data moves on: a commitment gets an update, and things are called something else. */
export async function moveOn({ councilId, personId }: Viewer, done: string): Promise<void> {
  await inCouncil(councilId, async (db) => {
    const { id: commitmentId } = await db.commitment.findFirstOrThrow({ where: { ref: 'Home 4' } });
    const { id: roundId } = await db.round.findFirstOrThrow({ orderBy: { opensOn: 'desc' } });
    const author = await db.person.findFirstOrThrow({ where: { name: 'Home lead' } });
    const now = new Date();
    const by = { authorId: author.id, publisherId: personId, submittedAt: now, publishedAt: now };
    const said = { state: 'published', status: 'offTrack', reason: 'r', done } as const;
    await db.update.create({ data: { councilId, commitmentId, roundId, ...by, ...said } });
    await db.priority.updateMany({ data: { title: 'Renamed' } });
    await db.person.updateMany({ where: { id: personId }, data: { name: 'Another officer' } });
  });
}
