import { beforeAll, describe, expect, it, vi } from 'vitest';
import { saveDraft, writeUpdate } from '#lib/updates/mutations.ts';
import { type Answer, actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const rounds = 1_000;
/** Several commitments at once, or the database would stand idle between two saves of one. */
const commitments = ['voice-1', 'voice-2', 'voice-3', 'voice-4', 'voice-6', 'voice-9'];

type Row = { slug: string; done: string; version: number };
const rowOf = async (slug: string) =>
  (
    await inPortsmouth<Row>(
      `SELECT c.slug, u.done, u.version FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
      WHERE c.slug = $1 AND u.state = 'draft'`,
      [slug],
    )
  )[0];

beforeAll(async () => {
  for (const editor of ['voice-lead', 'health-lead']) await readAs(editor, async () => {});
  await inPortsmouth(`DELETE FROM "Evidence" e USING "Update" u WHERE e."updateId" = u.id AND u.state <> 'published'`);
  await inPortsmouth(`DELETE FROM "Update" WHERE state <> 'published'`);
  await inPortsmouth(`INSERT INTO "Assignment" ("councilId", id, "personId", kind, "commitmentId", "startsOn")
    SELECT c."councilId", gen_random_uuid(), p.id, 'deputy', c.id, '2020-01-01'
      FROM "Commitment" c, "Person" p WHERE c.slug LIKE 'voice-%' AND p.name = 'Health lead'`);
});

/** Works through the rounds, each on one of the commitments, in turn on each and side by side across them. */
async function sideBySide(work: (slug: string, round: number) => Promise<void>): Promise<void> {
  await Promise.all(
    commitments.map(async (slug, at) => {
      for (let round = at; round < rounds; round += commitments.length) await work(slug, round);
    }),
  );
}

/** The version that a save ended with; null when its editor was told that it did not happen, and by what. */
function outcome({ state }: Answer, mine: string): { saved: number } | { told: string } {
  if (state?.savedVersion) return { saved: state.savedVersion };
  if (state?.theirs && state.values.done === mine) return { told: state.theirs.done ?? '' };
  throw new Error(`neither saved nor told: ${state?.message}`);
}

describe('a thousand rounds', () => {
  it('of two editors saving one update: no text is gone without its editor being told', async () => {
    const seen = new Map(commitments.map((slug) => [slug, 0]));
    let told = 0;
    await sideBySide(async (slug, round) => {
      const version = seen.get(slug) ?? 0;
      const texts = [`the lead in round ${round}`, `the deputy in round ${round}`] as const;
      const save = (who: string, done: string) =>
        actAs(who, saveDraft, { commitment: slug, version, status: 'onTrack', done });
      const answers = await Promise.all([save('voice-lead', texts[0]), save('health-lead', texts[1])]);
      const ends = answers.map((answer, index) => outcome(answer, texts[index] ?? ''));
      // Both began from one version, so exactly one is in the row and the other knows what is there instead.
      const won = ends.findIndex((end) => 'saved' in end);
      expect(ends.filter((end) => 'saved' in end)).toEqual([{ saved: version + 1 }]);
      expect(ends.filter((end) => 'told' in end)).toEqual([{ told: texts[won] }]);
      told += 1;
      seen.set(slug, version + 1);
    });
    expect(told).toBe(rounds);
    for (const slug of commitments) expect((await rowOf(slug))?.version).toBe(seen.get(slug));
  }, 120_000);

  it('of five submits with one key: one save, one line in the trail, and one answer for all five', async () => {
    const versions = new Map<string, number>();
    for (const slug of commitments) versions.set(slug, (await rowOf(slug))?.version ?? 0);
    const trail = async () =>
      (
        await inPortsmouth<{ count: number }>(
          `SELECT count(*)::int AS count FROM "AuditEvent" WHERE operation = 'writeUpdate'`,
        )
      )[0]?.count ?? 0;
    const before = await trail();
    await sideBySide(async (slug, round) => {
      const version = versions.get(slug) ?? 0;
      const fields = { commitment: slug, version, status: 'onTrack', done: `round ${round}`, intent: 'draft' };
      const key = crypto.randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => actAs('voice-lead', writeUpdate, fields, { key })),
      );
      expect(new Set(answers.map(({ to }) => to))).toEqual(new Set([`/portsmouth/commitments/${slug}/update#draft`]));
      versions.set(slug, version + 1);
    });
    expect(await trail()).toBe(before + rounds);
    for (const slug of commitments) expect((await rowOf(slug))?.version).toBe(versions.get(slug));
    const rows = await inPortsmouth(`SELECT FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
      WHERE c.slug LIKE 'voice-%' AND u.state <> 'published'`);
    expect(rows).toHaveLength(commitments.length);
  }, 120_000);
});
