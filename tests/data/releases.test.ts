import { describe, expect, it, vi } from 'vitest';
import { beginNextEdition, releaseFigures, saveReleaseDraft, withdrawRelease } from '#lib/releases/mutations.ts';
import { choose, officer, preview, publicPage, release } from '#tests/data/releases-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const health = ['dental-check', 'yearly-health-check'];

describe('a released page', () => {
  it('is what the officer was shown, byte for byte, for anybody, and stays so whatever comes later', async () => {
    const { html, hash, address } = await release({ title: 'Health of our children', indicators: health });
    const read = await publicPage(address);
    expect(read.status).toBe(200);
    expect(read.headers.get('etag')).toBe(`"${hash}"`);
    expect(read.headers.get('set-cookie')).toBeNull();
    expect(await read.text()).toBe(html);

    const [before] = await inPortsmouth<{ value: string }>(
      `SELECT o.value FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
        JOIN "Area" a ON a.id = o."areaId" WHERE i.key = 'dental-check' AND a.kind = 'council' AND o.value IS NOT NULL
        ORDER BY o."periodEndsOn" DESC LIMIT 1`,
    );
    await inPortsmouth(
      `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value, "recordedAt")
       SELECT o."councilId", gen_random_uuid(), o."definitionId", o."areaId", o.period, o."periodEndsOn", 12, now()
         FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
        WHERE i.key = 'dental-check'`,
    );
    await inPortsmouth(`UPDATE "Indicator" SET title = 'Renamed afterwards' WHERE key = 'dental-check'`);
    const again = await publicPage(address);
    expect(before?.value).not.toBe('12');
    expect(await again.text()).toBe(html);

    const next = await release({ title: 'Health of our children', indicators: health });
    expect(next.html).toContain('Renamed afterwards');
    expect(next.content.release.edition).toBe(2);
    expect(next.html).toContain(`href="${address}"`);
    expect(await (await publicPage(address)).text()).toBe(html);
  });

  it('answers 304 to who has it, and lets nothing but its own style in', async () => {
    const { address, hash } = await release({ title: 'Asked again', indicators: health });
    for (const tag of [`"${hash}"`, `W/"${hash}"`, `"other", "${hash}"`, '*']) {
      const known = await publicPage(address, { 'if-none-match': tag });
      expect([known.status, await known.text()]).toEqual([304, '']);
      expect(known.headers.get('etag')).toBe(`"${hash}"`);
    }
    expect((await publicPage(address, { 'if-none-match': '"0000"' })).status).toBe(200);
    const policy = (await publicPage(address)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  it('is released only as it was shown', async () => {
    const draft = await choose({ title: 'Shown before', indicators: ['immunisations'] });
    const { hash } = await preview(draft);
    await inPortsmouth(`UPDATE "Indicator" SET title = 'Something else by now' WHERE key = 'immunisations'`);
    const { state } = await actAs(officer, releaseFigures, { draft, shown: hash });
    expect(state?.message).toContain('Something changed since this preview');
    expect((await publicPage('/portsmouth/public/shown-before')).status).toBe(404);
  });

  it('is made once, however often the button is pressed', async () => {
    const draft = await choose({ title: 'Pressed twice', indicators: health });
    const { hash } = await preview(draft);
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      [1, 2].map(() => actAs(officer, releaseFigures, { draft, shown: hash }, { key })),
    );
    expect(answers[0]?.to).toBe(answers[1]?.to);
    const rows = await inPortsmouth(`SELECT FROM "Release" WHERE slug = 'pressed-twice'`);
    expect(rows).toHaveLength(1);
  });
});

describe('what stands in the way of a release', () => {
  it('is a small number in words, in the text', async () => {
    const draft = await choose({ title: 'Teeth', text: 'One child was not seen by a dentist.', indicators: health });
    const { obstacles, hash } = await preview(draft);
    expect(obstacles.map(({ field }) => field)).toEqual(['text']);
    const { state } = await actAs(officer, releaseFigures, { draft, shown: hash });
    expect(state?.message).toContain('One child');
  });

  it('is a source without a licence', async () => {
    await inPortsmouth(
      `INSERT INTO "Source" ("councilId", id, name, licence) SELECT id, gen_random_uuid(), 'Somebody', 'Not published' FROM "Council"`,
    );
    await inPortsmouth(`UPDATE "Definition" SET "sourceId" = (SELECT id FROM "Source" WHERE name = 'Somebody')
      WHERE "indicatorId" = (SELECT id FROM "Indicator" WHERE key = 'attainment-8')`);
    await inPortsmouth(`INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
      SELECT "councilId", gen_random_uuid(), id, current_date, 5, 'test', current_date FROM "Source" WHERE name = 'Somebody'`);
    const draft = await choose({ title: 'No licence', indicators: ['attainment-8'] });
    const { hash, obstacles } = await preview(draft);
    expect(obstacles.map(({ sentence }) => sentence).join()).toContain('under which licence “Somebody”');
    expect((await actAs(officer, releaseFigures, { draft, shown: hash })).to).toBeNull();
  });
});

describe('a withdrawn edition', () => {
  it('says when and why, and leaves the others', async () => {
    const first = await release({ title: 'To be withdrawn', indicators: health });
    const again = await actAs(officer, beginNextEdition, { release: first.id });
    const draft = /drafts\/([^/]+)/.exec(again.to ?? '')?.[1] ?? '';
    const { hash } = await preview(draft);
    const second = await actAs(officer, releaseFigures, { draft, shown: hash });
    const id = /releases\/([^?]+)/.exec(second.to ?? '')?.[1] ?? '';
    const reason = 'The figure of the region was that of another year <script>.';
    expect((await actAs(officer, withdrawRelease, { release: id, reason: 'short' })).state?.errors.reason).toBeTruthy();
    expect((await actAs(officer, withdrawRelease, { release: id, reason })).to).toContain('done=withdrawn');

    for (const path of ['/portsmouth/public/to-be-withdrawn/editions/2', '/portsmouth/public/to-be-withdrawn']) {
      const gone = await publicPage(path);
      const page = await gone.text();
      expect(gone.status).toBe(410);
      expect(page).toContain('The figure of the region was that of another year &lt;script&gt;.');
      expect(page).toContain(`href="${first.address}"`);
      expect(page).not.toContain('dentist');
    }
    expect((await publicPage(first.address)).status).toBe(200);
    expect(await (await publicPage('/portsmouth/public')).text()).toContain('withdrawn');
    expect((await actAs(officer, withdrawRelease, { release: id, reason })).state?.message).toContain('already');
  });
});

describe('who may release', () => {
  const people = ['board-member', 'health-lead', 'board-chair', null] as const;
  it.each(people)('%s may not', async (person) => {
    const draft = await choose({ title: `Not by ${person}`, indicators: health });
    const { hash } = await preview(draft);
    for (const [mutation, fields] of [
      [saveReleaseDraft, { title: 'Mine', indicators: health }],
      [releaseFigures, { draft, shown: hash }],
    ] as const) {
      const { to, state } = await actAs(person, mutation, { ...fields });
      expect(to).toBeNull();
      expect(state?.message).toMatch(/role does not allow|signed out/);
    }
  });

  it('is written in the trail', async () => {
    await release({ title: 'In the trail', indicators: health });
    const [event] = await inPortsmouth(
      `SELECT operation, subject FROM "AuditEvent" WHERE subject = 'in-the-trail, edition 1'`,
    );
    expect(event).toEqual({ operation: 'releaseFigures', subject: 'in-the-trail, edition 1' });
  });
});

describe('what is not there', () => {
  it.each([
    '/portsmouth/public/nothing',
    '/portsmouth/public/a/b',
    '/portsmouth/public/a/editions/0',
    '/nowhere/public',
  ])('%s is not found', async (path) => {
    const answer = await publicPage(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<h1>Page not found</h1>');
  });
});
