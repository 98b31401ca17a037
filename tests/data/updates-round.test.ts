import { describe, expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { confirmUnchanged, writeUpdate } from '#lib/updates/mutations.ts';
import { getSheet } from '#lib/updates/sheet.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const sheetOf = (who: string) => readAs(who, async () => getSheet((await getViewer('portsmouth')) as Viewer));

describe('a lead with twelve commitments', () => {
  it('finishes the round from the list: each press leads to the next, and the last to the end', async () => {
    await inPortsmouth(
      `DELETE FROM "Evidence" e USING "Update" u WHERE e."updateId" = u.id AND u.state <> 'published'`,
    );
    await inPortsmouth(`DELETE FROM "Update" WHERE state <> 'published'`);
    // What is asked of the lead of health: all of theirs, and of two others as many as make twelve.
    const asked = (await sheetOf('health-lead')).rows.filter(({ act }) => act).length;
    const others = [...(await sheetOf('home-lead')).rows, ...(await sheetOf('skills-lead')).rows];
    const more = others.filter(({ act, last }) => act && last).slice(0, 12 - asked);
    for (const { slug } of more) {
      await inPortsmouth(
        `INSERT INTO "Assignment" ("councilId", id, "personId", kind, "commitmentId", "startsOn")
         SELECT c."councilId", gen_random_uuid(), p.id, 'lead', c.id, '2020-01-01'
           FROM "Commitment" c, "Person" p WHERE c.slug = $1 AND p.name = 'Health lead'`,
        [slug],
      );
    }
    const before = await sheetOf('health-lead');
    const due = before.rows.filter(({ act }) => act);
    expect(due).toHaveLength(12);
    expect(before.rows.map(({ ref }) => ref)).toEqual(
      before.rows.map(({ ref }) => ref).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
    let at = due[0]?.slug ?? '';
    for (const [index] of due.entries()) {
      const row = due.find(({ slug }) => slug === at);
      const fields = { commitment: at, version: 0, from: 'round' };
      const { to } = row?.last
        ? await actAs('health-lead', confirmUnchanged, fields)
        : await actAs('health-lead', writeUpdate, { ...fields, status: 'onTrack', done: 'Begun.', intent: 'send' });
      const next = due[index + 1]?.slug;
      expect(to).toBe(`/portsmouth/round?sent=${at}#${next ? `say-${next}` : 'said'}`);
      const { rows } = await sheetOf('health-lead');
      expect(rows.map(({ slug }) => slug)).toEqual(before.rows.map(({ slug }) => slug));
      expect(rows.filter(({ act }) => !act)).toHaveLength(before.rows.length - 12 + index + 1);
      at = next ?? '';
    }
    // The lead of the priority is no longer asked for those that have a lead of their own.
    const theirs = (await sheetOf('home-lead')).rows.map(({ slug }) => slug);
    for (const { slug } of more) expect(theirs).not.toContain(slug);
  });

  it('begins again from the top when a later one was said first', async () => {
    const due = (await sheetOf('learning-lead')).rows.filter(({ act, last, draft }) => act && last && !draft);
    const last = due.at(-1)?.slug ?? '';
    const first = (await sheetOf('learning-lead')).rows.find(({ act }) => act)?.slug;
    const { to } = await actAs('learning-lead', confirmUnchanged, { commitment: last, version: 0, from: 'round' });
    expect(to).toBe(`/portsmouth/round?sent=${last}#say-${first}`);
  });

  it('shows nothing to who leads nothing', async () => {
    expect((await sheetOf('board-member')).rows).toEqual([]);
  });
});
