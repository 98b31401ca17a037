import { describe, expect, it, vi } from 'vitest';
import { getComparison } from '#lib/themes/changes/queries.ts';
import { freezeDashboard } from '#lib/themes/freezing/mutations.ts';
import { getDashboardAsAt } from '#lib/themes/freezing/queries.ts';
import {
  asAt,
  composing,
  correct,
  dashboardOf,
  figureIn,
  live,
  meetingDay,
  member,
  officer,
} from '#tests/data/boards-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

describe('as at a meeting', () => {
  it('shows what had been recorded by then, the frozen one what was frozen, and today’s what is known today', async () => {
    const made = await meetingDay(false);
    const frozenOn = await meetingDay(true);
    const [then, before] = [await asAt(made), await asAt(frozenOn)];
    expect([then.kind, before.kind]).toEqual(['made', 'frozen']);
    await correct(85, 244);
    expect(figureIn(await live())).toBe('85%');
    expect(figureIn(dashboardOf(await asAt(made)))).toBe('84%');
    expect(dashboardOf(await asAt(frozenOn))).toEqual(dashboardOf(before));
    const { changes } = await getComparison(member, 'health', made, 'now');
    expect(changes?.figures.find(({ key }) => key === 'yearly-health-check')).toMatchObject({
      from: { text: '84%' },
      to: { text: '85%' },
      revised: [{ period: '2025', from: '84%', to: '85%' }],
    });
  });

  it('knows no update that was published later', async () => {
    const made = await meetingDay(false);
    const [meeting] = await inPortsmouth<{ at: Date }>(
      `SELECT "startsAt" AS at FROM "Meeting" WHERE ("startsAt" AT TIME ZONE 'Europe/London')::date = $1`,
      [made],
    );
    const { commitments } = dashboardOf(await asAt(made));
    expect(commitments.some(({ publishedAt }) => publishedAt !== null)).toBe(true);
    for (const { publishedAt } of commitments) {
      if (publishedAt) expect(publishedAt.getTime()).toBeLessThanOrEqual(meeting?.at.getTime() ?? 0);
    }
    expect((await live()).commitments.map(({ done }) => done)).not.toEqual(commitments.map(({ done }) => done));
  });

  it.each(['2026-02-30', 'yesterday', '2001-01-01', '1 OR 1=1', ''])(
    'lists the meetings that there are on %j',
    async (day) => {
      const found = await asAt(day);
      expect(found).toMatchObject({ kind: 'none', theme: { name: 'Health' } });
      if (found.kind === 'none') expect(found.meetings).toEqual((await live()).meetings);
    },
  );

  it('is not found for somebody of another council', async () => {
    const stranger = { ...member, councilId: crypto.randomUUID() };
    await expect(getDashboardAsAt(stranger, 'health', await meetingDay(true))).rejects.toMatchObject({
      digest: 'NEXT_HTTP_ERROR_FALLBACK;404',
    });
  });
});

describe('a frozen breakdown', () => {
  it('is not shown any more once the rule of its figure is stricter than the one it was made by', async () => {
    const on = await meetingDay(true, 'education-and-work');
    const read = async () => dashboardOf(await getDashboardAsAt(member, 'education-and-work', on)).breakdowns;
    const before = await read();
    expect(before.length).toBeGreaterThan(0);
    await inPortsmouth(
      `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
       SELECT DISTINCT ON (d."sourceId") d."councilId", uuidv7(), d."sourceId", current_date, 9, 'A stricter rule', current_date
         FROM "Definition" d JOIN "Indicator" i ON i.id = d."indicatorId" WHERE i.key = $1`,
      [before[0]?.indicator],
    );
    expect((await read()).map(({ indicator }) => indicator)).not.toContain(before[0]?.indicator);
  });
});

describe('freezing', () => {
  const freeze = async (reason = '', shown?: number) => {
    const { id, version, meetings } = await composing();
    return actAs(officer, freezeDashboard, {
      theme: id,
      version: shown ?? version,
      meeting: meetings[0]?.id ?? '',
      reason,
    });
  };
  let day = '';

  it('copies everything in; what is corrected later does not change it, and a second edition says why', async () => {
    const before = await live();
    const answer = await freeze();
    day = /as-at=([\d-]+)/.exec(answer.to ?? '')?.[1] ?? expect.unreachable();
    const first = await asAt(day);
    expect(first).toMatchObject({
      kind: 'frozen',
      frozen: { edition: 1, editions: 1, frozenBy: 'Strategy officer' },
      hidden: 0,
    });
    expect(dashboardOf(first).figures).toEqual(before.figures);
    expect(dashboardOf(first).brief).toEqual(before.brief);
    await correct(86, 247);
    expect(figureIn(await live())).toBe('86%');
    expect(figureIn(dashboardOf(await asAt(day)))).toBe(figureIn(before));

    expect((await freeze()).state?.errors.reason).toMatch(/^Say what is corrected/);
    expect((await freeze('Only two children were missed.')).state?.errors.reason).toMatch(/could|small number/i);
    await freeze('A figure was revised by its source.');
    expect(await asAt(day)).toMatchObject({
      frozen: { edition: 2, editions: 2, reason: 'A figure was revised by its source.' },
    });
    expect(figureIn(dashboardOf(await asAt(day)))).toBe('86%');
    expect(dashboardOf(await asAt(day, 1))).toEqual(dashboardOf(first));
    expect((await asAt(day, 3)).kind).toBe('none');
  });

  it('is refused while the officer has not seen what somebody else changed', async () => {
    const { version } = await composing();
    expect((await freeze('A correction.', version + 1)).state?.message).toMatch(/^Somebody changed this dashboard/);
  });

  it('cannot be changed or deleted by the app, and a row that was tampered with is not shown', async () => {
    const [{ grants } = { grants: '' }] = await inPortsmouth<{ grants: string }>(
      `SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) AS grants FROM information_schema.role_table_grants
        WHERE table_name = 'FrozenDashboard' AND grantee = 'pledgeboard_app'`,
    );
    expect(grants).toBe('INSERT SELECT');
    await inPortsmouth(
      `UPDATE "FrozenDashboard" f SET content = jsonb_set(content, '{dashboard,name}', '"Other"')
         FROM "Theme" t WHERE t.id = f."themeId" AND t.slug = 'voice'`,
    );
    const on = await meetingDay(true, 'voice');
    await expect(getDashboardAsAt(member, 'voice', on)).rejects.toThrow(/does not match its hash/);
  });

  it('hides by the rule of today what it showed before, in the figure and in what is said of it', async () => {
    const first = dashboardOf(await asAt(day, 1));
    expect(figureIn(first, 'drugs-alcohol-need')).toBe('5%');
    await inPortsmouth(
      `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
       SELECT DISTINCT ON (d."sourceId") d."councilId", uuidv7(), d."sourceId", current_date, 20, 'A stricter rule', current_date
         FROM "Definition" d JOIN "Indicator" i ON i.id = d."indicatorId" WHERE i.key = 'drugs-alcohol-need'`,
    );
    const now = await asAt(day, 1);
    expect(now.kind === 'frozen' && now.hidden).toBeGreaterThan(0);
    const dashboard = dashboardOf(now);
    expect(figureIn(dashboard, 'drugs-alcohol-need')).toBe('[c]');
    const told = JSON.stringify(dashboard.figures.find(({ key }) => key === 'drugs-alcohol-need'));
    expect(told).not.toContain('"numerator":14');
    expect(told).not.toContain('5%');
    expect(JSON.stringify([dashboard.brief, dashboard.questions])).not.toMatch(/drugs or alcohol[^"]*5%/i);
  });
});

describe('the mark of figures', () => {
  const mark = async () =>
    (await inPortsmouth<{ mark: string }>(`SELECT COALESCE(sum(mark), 0)::text AS mark FROM "FigureMark"`))[0]?.mark;

  it.each([
    ['Observation', `UPDATE "Observation" SET period = period`],
    ['Target', `DELETE FROM "Target" WHERE false`],
    ['ThemeText', `UPDATE "ThemeText" SET heading = heading`],
    ['BreakdownValue', `UPDATE "BreakdownValue" SET period = period`],
    ['DisclosureRule', `UPDATE "DisclosureRule" SET reason = reason`],
    ['NeighbourSet', `UPDATE "NeighbourSet" SET name = name`],
  ])('is another one after a write to %s', async (_, write) => {
    const before = await mark();
    await inPortsmouth(write);
    expect(await mark()).not.toBe(before);
  });

  it('watches every table that a figure or a composition is read from', async () => {
    const rows = await inPortsmouth<{ name: string }>(
      `SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'marks_figures'`,
    );
    const tables = await inPortsmouth<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const { readFileSync } = await import('node:fs');
    const read = ['indicators/queries', 'breakdowns/stored', 'neighbours/peers', 'themes/reading']
      .map((file) => readFileSync(`lib/${file}.ts`, 'utf8').split('export async function readComposition').at(-1) ?? '')
      .join('\n');
    const named = tables.map(({ name }) => name).filter((name) => read.includes(`"${name}"`) && name !== 'FigureMark');
    expect(named.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
    expect(named.length).toBeGreaterThan(12);
  });
});
