import { describe, expect, it, vi } from 'vitest';
import { releaseFigures } from '#lib/releases/mutations.ts';
import { choose, officer, preview, publicPage, release } from '#tests/data/releases-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const ages = ['Under 10', '10 to 15', '16 and 17'];

/** A count of the council's own, with a table by age that adds up to it. */
async function ownCount(key: string, { threshold }: { threshold: number }): Promise<void> {
  await inPortsmouth(
    `WITH here AS (SELECT id AS c FROM "Council"),
     source AS (INSERT INTO "Source" ("councilId", id, name, licence) SELECT c, gen_random_uuid(), $1, 'Open Government Licence v3.0' FROM here RETURNING *),
     rule AS (INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
              SELECT "councilId", gen_random_uuid(), id, current_date - 1, $2, 'test', current_date - 1 FROM source),
     indicator AS (INSERT INTO "Indicator" ("councilId", id, key, title) SELECT c, gen_random_uuid(), $1, $1 FROM here RETURNING *),
     table_ AS (INSERT INTO "Breakdown" ("councilId", id, "indicatorId", key, title, "rowTitle", rows, columns, "isWhole")
                SELECT "councilId", gen_random_uuid(), id, 'age', 'By age', 'Age', $3, '{}', true FROM indicator)
     INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType", decimals, polarity, "startsOn")
     SELECT i."councilId", gen_random_uuid(), i.id, 1, 'How many?', 'number', 'all', s.id, 'snapshot31March', 0, 'none', '2020-04-01' FROM indicator i, source s`,
    [key, threshold, ages],
  );
}

/** Records the parts and their sum at 31 March 2025, as new rows. */
async function record(key: string, parts: readonly number[]): Promise<void> {
  const place = `FROM "Definition" d JOIN "Indicator" i ON i.id = d."indicatorId" JOIN "Area" a ON a.kind = 'council' AND a.code = 'E06000044' WHERE i.key = $1`;
  await inPortsmouth(
    `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value)
     SELECT d."councilId", gen_random_uuid(), d.id, a.id, '2025', '2025-03-31', $2::int ${place}`,
    [key, parts.reduce((sum, part) => sum + part)],
  );
  for (const [at, value] of parts.entries()) {
    await inPortsmouth(
      `INSERT INTO "BreakdownValue" ("councilId", id, "breakdownId", "definitionId", "areaId", period, "periodEndsOn", "row", value)
       SELECT d."councilId", gen_random_uuid(), b.id, d.id, a.id, '2025', '2025-03-31', $2, $3::int
         ${place.replace('WHERE', 'JOIN "Breakdown" b ON b."indicatorId" = i.id WHERE')}`,
      [key, ages[at], value],
    );
  }
}

const choice = (key: string) => ({ title: key, indicators: [key], breakdowns: [`${key}/age`] });

type Cell = { among: string; part: string; shown: number | null };
const ledgerOf = (slug: string, edition: number) =>
  inPortsmouth<Cell>(
    `SELECT c.among, c.part, c.shown FROM "ReleasedCell" c JOIN "Release" r ON r.id = c."releaseId"
      WHERE r.slug = $1 AND r.edition = $2 ORDER BY c.among`,
    [slug, edition],
  );

describe('the ledger', () => {
  it('holds every count that a release shows, and every one that it hides', async () => {
    await ownCount('plain-count', { threshold: 5 });
    await record('plain-count', [4, 40, 50]);
    const { content } = await release(choice('plain-count'));
    const cells = content.indicators[0]?.breakdowns[0]?.tables[0]?.cells ?? [];
    const shownOnPage = Object.fromEntries(
      cells.map(({ row, value }) => [row && `Age=${row.replaceAll(' ', '+')}`, value]),
    );
    const rows = await ledgerOf('plain-count', 1);
    expect(Object.fromEntries(rows.map(({ among, shown }) => [among, shown]))).toEqual(shownOnPage);
    expect(rows).toHaveLength(4);
    expect(shownOnPage['Age=Under+10']).toBeNull();
    expect(Object.values(shownOnPage).filter((value) => value === null)).toHaveLength(2);
  });

  it('makes a correction hide what would give it away beside the edition before', async () => {
    await ownCount('corrected-count', { threshold: 5 });
    await record('corrected-count', [11, 20, 30]);
    const first = await release(choice('corrected-count'));
    expect(first.hidden).toEqual([]);
    await record('corrected-count', [4, 20, 30]);
    const second = await release(choice('corrected-count'));
    // Two parts did not change, so whoever has the first edition would take them from a new total.
    expect(second.content.indicators[0]?.observations.at(-1)).toMatchObject({ value: null, symbol: 'c' });
    expect(second.hidden.length).toBeGreaterThan(1);
    const page = await (await publicPage(second.address)).text();
    expect(page).not.toMatch(/>54</);
    expect((await ledgerOf('corrected-count', 2)).find(({ among }) => among === '')?.shown).toBeNull();
  });

  it('refuses a release that earlier ones leave no way to make safe, and says what to leave out', async () => {
    await ownCount('shown-before', { threshold: 0 });
    await record('shown-before', [4, 40, 50]);
    await release(choice('shown-before'));
    await inPortsmouth(
      `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
       SELECT "councilId", gen_random_uuid(), id, current_date, 5, 'test', current_date FROM "Source" WHERE name = 'shown-before'`,
    );
    const draft = await choose({ ...choice('shown-before'), title: 'shown before' });
    const { obstacles, hash } = await preview(draft);
    expect(obstacles.map(({ sentence }) => sentence).join()).toMatch(
      /laid beside “shown-before, edition 1”.*Leave this figure or this period out/,
    );
    const { to, state } = await actAs(officer, releaseFigures, { draft, shown: hash });
    expect(to).toBeNull();
    expect(state?.message).toContain('Leave this figure or this period out');
    expect(await inPortsmouth(`SELECT FROM "Release" WHERE slug = 'shown-before'`)).toHaveLength(1);
  });
});
