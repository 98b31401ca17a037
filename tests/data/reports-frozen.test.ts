import pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { getEdition, getPreview, listEditions } from '#lib/reports/queries.ts';
import { wordFile } from '#lib/reports/word.ts';
import { moveOn, send, viewerCalled, writtenReport } from '#tests/data/reports-acting.ts';
import { inPortsmouth } from '#tests/setup/act.ts';
import { database } from '#tests/setup/database.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

let officer: Viewer;
let member: Viewer;
let officerName = 'Strategy officer';

beforeEach(async () => {
  member = await viewerCalled('Board member');
  officer = await viewerCalled(officerName);
});

describe('a frozen report', () => {
  it('never changes when live data does, and the next preview does', async () => {
    const { id, version } = await writtenReport(officer);
    const to = await send(freezeReport, { report: id, version });
    const edition = /editions\/(\d+)/.exec(to ?? '')?.[1] ?? '';
    const before = JSON.stringify(await getEdition(member, id, edition));
    await moveOn(officer, 'A thing that was published later.');
    officerName = 'Another officer';
    expect(JSON.stringify(await getEdition(member, id, edition))).toBe(before);
    expect(before).not.toContain('published later');
    expect(before).not.toContain('Renamed');
    expect(JSON.stringify((await getPreview(officer, id)).document)).toContain('published later');

    const next = await send(freezeReport, { report: id, version });
    expect(next).toContain(`editions/${Number(edition) + 1}?frozen=1`);
    const { document, editions } = await getEdition(member, id, String(Number(edition) + 1));
    expect(JSON.stringify(document)).toContain('published later');
    expect(editions).toContain(Number(edition));
    expect((await wordFile(document, { line: 'x', footer: 'y' })).byteLength).toBeGreaterThan(20_000);
  });

  it('says who froze it and when, and matches its hash', async () => {
    const { id, version } = await writtenReport(officer);
    const to = await send(freezeReport, { report: id, version });
    const edition = /editions\/(\d+)/.exec(to ?? '')?.[1] ?? '';
    const found = await getEdition(member, id, edition);
    expect(found.frozenBy).toBe(officer.name);
    expect(Date.now() - Date.parse(found.frozenAt)).toBeLessThan(60_000);
    expect(found.fullHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await listEditions(member))[0]).toMatchObject({ edition: Number(edition), hash: found.fullHash });
  });

  it('is made once, however often the button is pressed', async () => {
    const { id, version } = await writtenReport(officer);
    const count = (await listEditions(officer)).length;
    const fields = { report: id, version, idempotencyKey: crypto.randomUUID() };
    const answers = await Promise.all([send(freezeReport, fields), send(freezeReport, fields)]);
    expect(answers[0]).toBe(answers[1]);
    expect(await send(freezeReport, fields)).toBe(answers[0]);
    expect(await listEditions(officer)).toHaveLength(count + 1);
  });

  it('cannot be changed or deleted by the app', async () => {
    const app = new pg.Client(database.appUrl);
    await app.connect();
    for (const sql of [`UPDATE "Snapshot" SET hash = 'x'`, `DELETE FROM "Snapshot"`, `TRUNCATE "Snapshot"`]) {
      await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await app.end();
  });
});

describe('the ledger', () => {
  it('holds every count that a frozen report prints, so that a later release is attacked together with it', async () => {
    const { id, version } = await writtenReport(officer);
    const to = await send(freezeReport, { report: id, version });
    const edition = Number(/editions\/(\d+)/.exec(to ?? '')?.[1]);
    const found = await getEdition(member, id, String(edition));
    const counts = found.content.themes.flatMap(({ figures }) =>
      figures.flatMap(({ latest }) => (/^([\d,]+) of/.exec(latest.of)?.[1] ?? '').replace(',', '') || []),
    );
    const rows = await inPortsmouth<{ shown: number | null }>(
      `SELECT c.shown FROM "ReleasedCell" c JOIN "Release" r ON r.id = c."releaseId" WHERE r.slug = $1 AND r.edition = $2`,
      [`report-${id}`, edition],
    );
    const printed = new Set(rows.map(({ shown }) => String(shown)));
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.filter((one) => !printed.has(one))).toEqual([]);
  });
});
