import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requireViewer, type Viewer } from '#lib/auth/viewer.ts';
import { isoDay } from '#lib/format.ts';
import { getComparison } from '#lib/themes/changes/queries.ts';
import { arrangeDashboard, noteFigure, saveThemeText } from '#lib/themes/composing/mutations.ts';
import { getComposing } from '#lib/themes/composing/queries.ts';
import { freezeDashboard } from '#lib/themes/freezing/mutations.ts';
import { getDashboardAsAt, type PastDashboard } from '#lib/themes/freezing/queries.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

// What `experimental.authInterrupts` sets in a build: without it forbidden() refuses to work.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');

const officer = 'strategy-officer';
let member: Viewer;
let composer: Viewer;
/** The days of the board's meetings that were held, newest first. */
let held: string[];

beforeAll(async () => {
  member = await readAs('board-member', () => requireViewer('portsmouth'));
  composer = await readAs(officer, () => requireViewer('portsmouth'));
  held = (await live()).meetings.map(({ startsAt }) => isoDay(new Date(startsAt)));
});

const live = () => getThemeDashboard(member, 'health');
const asAt = (day: string, edition?: number) => getDashboardAsAt(member, 'health', day, edition);
const composing = () => getComposing(composer, 'health');
const figureIn = ({ figures }: { figures: { key: string; text: string }[] }, key = 'yearly-health-check') =>
  figures.find((one) => one.key === key)?.text;
const dashboardOf = (past: PastDashboard) => (past.kind === 'none' ? expect.unreachable() : past.dashboard);
/** The newest held meeting that has nothing frozen of this theme. */
const unfrozen = async () => {
  const found = (await live()).meetings.find(({ editions }) => editions === 0) ?? expect.unreachable();
  return isoDay(new Date(found.startsAt));
};

/** The newest meeting that a dashboard was frozen for. */
const frozenOf = async (read: typeof live) => {
  const found = (await read()).meetings.find(({ editions }) => editions > 0) ?? expect.unreachable();
  return isoDay(new Date(found.startsAt));
};

describe('composing', () => {
  const press = async (list: string, move: string, add = '', who = officer, version?: number) => {
    const { id, version: now } = await composing();
    return actAs(who, arrangeDashboard, { theme: id, version: version ?? now, list, move, add });
  };

  it('is the officer’s alone: nobody else sees the page, and nothing of theirs is saved', async () => {
    const { id, version, figures } = await composing();
    for (const who of ['board-member', 'board-chair', 'health-lead']) {
      const viewer = await readAs(who, () => requireViewer('portsmouth'));
      await expect(getComposing(viewer, 'health')).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;403' });
      const answer = await actAs(who, arrangeDashboard, {
        theme: id,
        version,
        list: 'figures',
        move: `down ${figures[0]?.id}`,
      });
      expect(answer.state?.message).toBe('Your role does not allow this.');
      const frozen = await actAs(who, freezeDashboard, { theme: id, version, meeting: crypto.randomUUID() });
      expect(frozen.notFound || frozen.state?.message === 'Your role does not allow this.').toBe(true);
    }
    expect((await composing()).version).toBe(version);
  });

  it('moves a figure, and the page of the board follows at once', async () => {
    const before = (await live()).figures.map(({ key }) => key);
    const { figures } = await composing();
    expect((await press('figures', `down ${figures[0]?.id}`)).to).toMatch(
      /\/themes\/health\/compose\?saved=\w+#figures$/,
    );
    expect((await live()).figures.map(({ key }) => key)).toEqual([before[1], before[0], ...before.slice(2)]);
    await press('figures', `up ${figures[0]?.id}`);
    expect((await live()).figures.map(({ key }) => key)).toEqual(before);
  });

  it('lets five figures come first and no sixth', async () => {
    const { figures } = await composing();
    expect(figures.filter(({ isHeadline }) => isHeadline)).toHaveLength(5);
    const other = figures.find(({ isHeadline }) => !isHeadline) ?? expect.unreachable();
    expect((await press('figures', `first ${other.id}`)).state?.message).toMatch(/^5 figures come first already/);
    const first = figures[0] ?? expect.unreachable();
    await press('figures', `later ${first.id}`);
    await press('figures', `first ${other.id}`);
    const { headlines } = await live();
    expect(headlines).toHaveLength(5);
    expect(headlines).not.toContain('yearly-health-check');
    await press('figures', `later ${other.id}`);
    await press('figures', `first ${first.id}`);
  });

  it('takes a promise in and out: none chosen means those that the commitments serve', async () => {
    const served = (await live()).promises.map(({ number }) => number);
    const { more } = await composing();
    const other =
      more.promises.find(({ title }) => !served.includes(Number.parseInt(title, 10))) ?? expect.unreachable();
    await press('promises', 'add', other.id);
    expect((await live()).promises.map(({ number }) => number)).toEqual([Number.parseInt(other.title, 10)]);
    await press('promises', `out ${other.id}`);
    expect((await live()).promises.map(({ number }) => number)).toEqual(served);
  });

  it('moves a part, and leaves none out', async () => {
    const before = (await live()).parts;
    await press('parts', 'down brief');
    expect((await live()).parts.slice(0, 2)).toEqual([before[1], before[0]]);
    await press('parts', 'up brief');
    expect((await live()).parts).toEqual(before);
    expect((await press('parts', 'out commitments')).state?.message).toMatch(/^Every part stays/);
  });

  it('of two who compose at once, the later is told and nothing of theirs is done', async () => {
    const { version, figures } = await composing();
    const [one, other] = await Promise.all(
      [0, 1].map(() => press('figures', `down ${figures[0]?.id}`, '', officer, version)),
    );
    const answers = [one, other].map((answer) => answer?.state?.message ?? 'done');
    expect(answers.toSorted()).toEqual([expect.stringMatching(/^Somebody else changed/), 'done']);
    await press('figures', `up ${figures[0]?.id}`);
  });
});

describe('notes and texts', () => {
  const note = async (words: string, shown?: string) => {
    const { id, figures } = await composing();
    const figure = figures[0] ?? expect.unreachable();
    return actAs(officer, noteFigure, { theme: id, figure: figure.id, note: words, shown: shown ?? figure.shown });
  };

  it('stand on the board’s page with name and day', async () => {
    expect((await note('The clinic moved, and letters came late.')).to).toContain('/compose');
    const { notes } = await live();
    expect(notes.find(({ key }) => key === 'yearly-health-check')).toEqual({
      key: 'yearly-health-check',
      note: 'The clinic moved, and letters came late.',
      by: 'Strategy officer',
      on: isoDay(new Date()),
    });
  });

  it.each(['Only two children missed it.', 'One child was in hospital.', 'Ask Anna, aged 14.'])(
    'are not saved when they could point at a child: %s',
    async (words) => {
      const answer = await note(words);
      expect(answer.state?.errors.note).toMatch(/^The note: “/);
      expect(answer.state?.values.note).toBe(words);
      const { id } = await composing();
      const text = await actAs(officer, saveThemeText, {
        theme: id,
        text: '',
        heading: 'News',
        body: words,
        shown: '',
      });
      expect(text.state?.errors.body).toMatch(/^The text: “/);
      expect(JSON.stringify(await live())).not.toContain(words);
    },
  );

  it('of two who write one note, the later keeps their words and sees the others', async () => {
    const { figures } = await composing();
    const { shown } = figures[0] ?? expect.unreachable();
    await note('Mine came first.', shown);
    expect((await note('Mine came second.', shown)).state).toMatchObject({
      values: { note: 'Mine came second.' },
      theirs: { note: 'Mine came first.' },
    });
  });

  it('a text is a part that is placed like the others, and can be taken away', async () => {
    const { id } = await composing();
    await actAs(officer, saveThemeText, {
      theme: id,
      text: '',
      heading: 'News',
      body: 'The clinic has moved.',
      shown: '',
    });
    const text = (await live()).texts.find(({ heading }) => heading === 'News') ?? expect.unreachable();
    expect((await live()).parts).toContain(`text:${text.id}`);
    const { version } = await composing();
    await actAs(officer, arrangeDashboard, { theme: id, version, list: 'texts', move: `out ${text.id}`, add: '' });
    expect((await live()).parts).not.toContain(`text:${text.id}`);
  });
});

describe('as at a meeting', () => {
  it('shows what had been recorded by then, the frozen one what was frozen, and today’s what is known today', async () => {
    const made = await unfrozen();
    const frozenOn = await frozenOf(live);
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
    const made = await unfrozen();
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
      if (found.kind === 'none') expect(found.meetings.map(({ startsAt }) => isoDay(new Date(startsAt)))).toEqual(held);
    },
  );

  it('is not found for somebody of another council', async () => {
    const stranger = { ...member, councilId: crypto.randomUUID() };
    await expect(getDashboardAsAt(stranger, 'health', held[0] ?? '')).rejects.toMatchObject({
      digest: 'NEXT_HTTP_ERROR_FALLBACK;404',
    });
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
    expect((await freeze('A correction.', version - 1)).state?.message).toMatch(/^Somebody changed this dashboard/);
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
    const on = await frozenOf(() => getThemeDashboard(member, 'voice'));
    await expect(getDashboardAsAt(member, 'voice', on)).rejects.toThrow(/does not match its hash/);
  });

  it('hides by the rule of today what it showed before, in the figure and in every sentence', async () => {
    const first = dashboardOf(await asAt(day, 1));
    expect(figureIn(first, 'drugs-alcohol-need')).toBe('5%');
    await inPortsmouth(
      `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
       SELECT DISTINCT d."councilId", gen_random_uuid(), d."sourceId", current_date, 20, 'A stricter rule', current_date
         FROM "Definition" d JOIN "Indicator" i ON i.id = d."indicatorId" WHERE i.key = 'drugs-alcohol-need'`,
    );
    const now = await asAt(day, 1);
    expect(now.kind === 'frozen' && now.hidden).toBeGreaterThan(0);
    const dashboard = dashboardOf(now);
    expect(figureIn(dashboard, 'drugs-alcohol-need')).toBe('[c]');
    const told = JSON.stringify(dashboard.figures.find(({ key }) => key === 'drugs-alcohol-need'));
    expect(told).not.toContain('"numerator":14');
    expect(told).not.toContain('5%');
    expect(JSON.stringify([dashboard.brief, dashboard.questions])).not.toMatch(/substance[^"]*5%/i);
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

/** The council's yearly health check of 2025, recorded once more. */
const correct = (value: number, numerator: number) =>
  inPortsmouth(
    `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", numerator,
                                denominator, value, "recordedAt")
     SELECT x."councilId", gen_random_uuid(), x."definitionId", x."areaId", x.period, x."periodEndsOn", $2,
            x.denominator, $1, now()
       FROM "Observation" x JOIN "Definition" d ON d.id = x."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
       JOIN "Area" a ON a.id = x."areaId"
      WHERE i.key = 'yearly-health-check' AND a.kind = 'council' AND a.code = 'E06000044' AND x.period = '2025'
      ORDER BY x."recordedAt" DESC LIMIT 1`,
    [value, numerator],
  );
