import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { answerGuard } from '#lib/guard/mutations.ts';
import {
  approveUpdate,
  decideChosen,
  publishApproved,
  publishUpdate,
  returnUpdate,
  writeUpdate,
} from '#lib/updates/mutations.ts';
import { getWaiting } from '#lib/updates/queries.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

type Row = { id: string; slug: string; state: string; version: number };
const rows = () =>
  inPortsmouth<Row>(`SELECT u.id, c.slug, u.state, u.version FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
   WHERE c.slug IN ('skills-2', 'home-3', 'voice-2') AND (u.state <> 'published' OR u."publishedAt" > now() - interval '1 minute')
   ORDER BY c.slug`);
const rowOf = async (slug: string) => {
  const found = (await rows()).find((row) => row.slug === slug);
  if (!found) throw new Error(`${slug} was not sent`);
  return found;
};
const decision = ({ id, version }: Row) => ({ update: id, version });
const tick = ({ id, version }: Row) => `${id} ${version}`;

const send = (who: string, commitment: string, done: string, version = 0) =>
  actAs(who, writeUpdate, { commitment, version, status: 'onTrack', reason: '', done, intent: 'send' });
const review = (id: string) =>
  readAs('strategy-officer', async () => getWaiting((await getViewer('portsmouth')) as Viewer, id));

beforeAll(() =>
  inPortsmouth(`INSERT INTO "Membership" ("councilId", id, "personId", role, "startsOn")
    SELECT "councilId", gen_random_uuid(), id, 'administrator', '2020-01-01' FROM "Person" WHERE name = 'Skills lead'`),
);
beforeEach(async () => {
  await inPortsmouth(`DELETE FROM "Evidence" e USING "Update" u WHERE e."updateId" = u.id AND u.state <> 'published'`);
  await inPortsmouth(`DELETE FROM "Update" WHERE state <> 'published'`);
  await inPortsmouth(`ALTER TABLE "Update" DISABLE TRIGGER published_update_stays`);
  await inPortsmouth(`ALTER TABLE "Evidence" DISABLE TRIGGER published_evidence_stays`);
  await inPortsmouth(`DELETE FROM "Update" WHERE "publishedAt" > now() - interval '1 minute'`);
  await inPortsmouth(`ALTER TABLE "Update" ENABLE TRIGGER published_update_stays`);
  await inPortsmouth(`ALTER TABLE "Evidence" ENABLE TRIGGER published_evidence_stays`);
});

const pointing = 'Two children moved near PO1 2AB.';

describe('what could point at a child', () => {
  it('stops no draft, no sending and no approval, and every way of publishing', async () => {
    expect((await send('skills-lead', 'skills-2', pointing)).to).toContain('sent=skills-2');
    const sent = await rowOf('skills-2');
    const both = await actAs('strategy-officer', approveUpdate, { ...decision(sent), publish: '1' });
    expect(both.state?.message).toMatch(
      /^Nothing was changed\. Skills 2 is not published: .*“Two children”, “PO1 2AB”/,
    );
    expect(await rowOf('skills-2')).toEqual(sent);
    await actAs('strategy-officer', approveUpdate, { ...decision(sent), publish: '' });
    const approved = await rowOf('skills-2');
    expect(approved.state).toBe('approved');
    for (const [mutation, fields] of [
      [publishUpdate, decision(approved)],
      [publishApproved, {}],
      [decideChosen, { chosen: tick(approved), intent: 'publish' }],
    ] as const) {
      expect((await actAs('strategy-officer', mutation, fields)).state?.message).toMatch(/^Nothing was changed/);
    }
    expect(await rowOf('skills-2')).toEqual(approved);
  });

  it('is published once somebody else has given a reason for each', async () => {
    await send('skills-lead', 'skills-2', pointing);
    const sent = await rowOf('skills-2');
    const { guard } = await review(sent.id);
    expect(guard.map(({ words, answer }) => [words, answer])).toEqual([
      ['Two children', null],
      ['PO1 2AB', null],
    ]);
    const answer = { ...decision(sent), reason: 'It is the postcode of our office.' };
    const finding = guard[1]?.hash ?? '';
    expect((await actAs('skills-lead', answerGuard, { ...answer, finding })).state?.message).toBe(
      'Your role does not allow this.',
    );
    expect((await actAs('home-lead', answerGuard, { ...answer, finding })).state?.message).toBe(
      'Your role does not allow this.',
    );
    expect(
      (await actAs('strategy-officer', answerGuard, { ...answer, finding, reason: ' ' })).state?.errors.reason,
    ).toContain('Say why');
    expect(
      (await actAs('strategy-officer', answerGuard, { ...answer, finding: '0'.repeat(64) })).state?.message,
    ).toContain('no longer says');
    expect(
      (await actAs('strategy-officer', answerGuard, { ...answer, finding, version: 99 })).state?.message,
    ).toContain('has changed');
    expect((await actAs('strategy-officer', answerGuard, { ...answer, finding })).to).toBe(
      `/portsmouth/updates/${sent.id}#guard`,
    );
    const early = await actAs('strategy-officer', approveUpdate, { ...decision(sent), publish: '1' });
    expect(early.state?.message).toContain('“Two children”');
    expect(early.state?.message).not.toContain('PO1 2AB');
    await actAs('strategy-officer', answerGuard, {
      ...answer,
      finding: guard[0]?.hash ?? '',
      reason: 'They are public figures of a play.',
    });
    expect((await actAs('strategy-officer', approveUpdate, { ...decision(sent), publish: '1' })).to).toContain(
      'published=skills-2',
    );
    expect((await review(sent.id)).guard.map(({ answer: given }) => given?.person.name)).toEqual([
      'Strategy officer',
      'Strategy officer',
    ]);
  });

  it('needs a new answer when the sentence is another, and is noted as mended when it is gone', async () => {
    await send('skills-lead', 'skills-2', pointing);
    const sent = await rowOf('skills-2');
    for (const { hash } of (await review(sent.id)).guard) {
      await actAs('strategy-officer', answerGuard, { ...decision(sent), finding: hash, reason: 'Safe.' });
    }
    await actAs('strategy-officer', returnUpdate, { ...decision(sent), comment: 'Say it of all of them.' });
    await send('skills-lead', 'skills-2', 'Two children moved to the north.', (await rowOf('skills-2')).version);
    const second = await review(sent.id);
    expect(second.guard.map(({ words, answer }) => [words, answer])).toEqual([['Two children', null]]);
    expect(second.earlier[0]?.content.done).toBe(pointing);
    expect(second.comment).toBe('Say it of all of them.');
    await actAs('strategy-officer', returnUpdate, { ...decision(await rowOf('skills-2')), comment: 'Again.' });
    await send('skills-lead', 'skills-2', 'Children moved nearer.', (await rowOf('skills-2')).version);
    expect((await review(sent.id)).earlier.map(({ number, comment }) => [number, comment])).toEqual([
      [2, 'Say it of all of them.'],
      [1, ''],
    ]);
    await actAs('strategy-officer', approveUpdate, { ...decision(await rowOf('skills-2')), publish: '1' });
    const verdicts = await inPortsmouth(
      `SELECT verdict, count(*)::int FROM "GuardAnswer" WHERE "updateId" = $1 GROUP BY 1 ORDER BY 1`,
      [sent.id],
    );
    expect(verdicts).toEqual([
      { verdict: 'safe', count: 2 },
      { verdict: 'mended', count: 3 },
    ]);
  });
});

describe('deciding on several at once', () => {
  beforeEach(async () => {
    await send('skills-lead', 'skills-2', 'We met.');
    await send('home-lead', 'home-3', 'We opened.');
    await send('voice-lead', 'voice-2', pointing);
  });
  const ticked = async () => (await rows()).map(tick);
  const states = async () => (await rows()).map(({ slug, state }) => `${slug} ${state}`);

  it('publishes what it can, leaves what waits for an answer and what has moved, and names both', async () => {
    const chosen = await ticked();
    await actAs('strategy-officer', returnUpdate, { ...decision(await rowOf('skills-2')), comment: 'More.' });
    const { to } = await actAs('strategy-officer', decideChosen, { chosen, intent: 'publish' });
    expect(to).toBe('/portsmouth/updates?published=1&left=skills-2.moved+voice-2.answer');
    expect(await states()).toEqual(['home-3 published', 'skills-2 returned', 'voice-2 submitted']);
  });

  it('approves all that are ticked, but never what the administrator wrote', async () => {
    const { to } = await actAs('skills-lead', decideChosen, { chosen: await ticked(), intent: 'approve' });
    expect(to).toBe('/portsmouth/updates?approved=2&left=skills-2.own');
    expect(await states()).toEqual(['home-3 approved', 'skills-2 submitted', 'voice-2 approved']);
    const rest = await actAs('strategy-officer', publishApproved, {});
    expect(rest.to).toBe('/portsmouth/updates?published=1&left=voice-2.answer');
  });

  it('says so when nothing is ticked or nothing could be done, and keeps the ticks', async () => {
    expect((await actAs('strategy-officer', decideChosen, { intent: 'approve' })).state?.message).toContain(
      'Tick at least one',
    );
    const one = tick(await rowOf('voice-2'));
    const none = await actAs('strategy-officer', decideChosen, { chosen: one, intent: 'publish' });
    expect(none.state?.message).toBe(
      'Nothing was changed: Voice 2 holds words that could point at a child: answer them first.',
    );
    expect(none.state?.values.chosen).toBe(one);
    expect(
      (await actAs('strategy-officer', decideChosen, { chosen: 'x', intent: 'publish' })).state?.message,
    ).toContain('problem');
    expect((await actAs('home-lead', decideChosen, { chosen: one, intent: 'approve' })).state?.message).toBe(
      'Your role does not allow this.',
    );
  });

  it('by two people at once: each update is decided once', async () => {
    const chosen = await ticked();
    const [one, other] = await Promise.all([
      actAs('strategy-officer', decideChosen, { chosen, intent: 'approve' }),
      actAs('strategy-officer', decideChosen, { chosen, intent: 'publish' }),
    ]);
    for (const { state, version } of await rows())
      expect([state, version]).toEqual(state === 'published' ? [state, 3] : ['approved', 2]);
    expect([one, other].filter(({ to, state }) => to ?? state)).toHaveLength(2);
  });
});
