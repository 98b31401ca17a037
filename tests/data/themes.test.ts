import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requireViewer, type Viewer } from '#lib/auth/viewer.ts';
import type { Status } from '#lib/councils/settings.ts';
import { getIndicator, listIndicators } from '#lib/indicators/queries.ts';
import { getThemeDashboard, listThemes } from '#lib/themes/queries.ts';
import { standingOrder } from '#lib/updates/rules.ts';
import { correct } from '#tests/data/boards-acting.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
let viewer: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  viewer = await readAs('board-member', () => requireViewer('portsmouth'));
  stranger = { ...viewer, councilId: crypto.randomUUID() };
});

const dashboard = (slug = 'health') => getThemeDashboard(viewer, slug);
const healthCheck = async () =>
  (await dashboard()).figures.find(({ key }) => key === 'yearly-health-check') ?? expect.unreachable();
const inWords = ({ brief }: Awaited<ReturnType<typeof dashboard>>, about: RegExp) =>
  brief
    .filter((sentence) => about.test(sentence.about))
    .flatMap(({ words }) => words.map((word) => (typeof word === 'string' ? word : word.text)))
    .join('');

const published = {
  healthCheck: {
    text: '84%',
    beforeText: '93%',
    verdict: 'worse',
    latest: { value: 84, numerator: 240, denominator: 287 },
    comparators: [
      { name: 'England', value: 90, text: '90%' },
      { name: 'South East', value: 87, text: '87%' },
    ],
  },
};

describe('the dashboard of a theme', () => {
  it('has the published yearly health check with its counts, a year before and the others', async () => {
    expect(await healthCheck()).toMatchObject(published.healthCheck);
  });

  it('has the ten commitments of its priority, most urgent first, and counts that add up', async () => {
    const { commitments, counts, priorities } = await dashboard();
    expect(priorities.map(({ key }) => key)).toEqual(['health']);
    expect(commitments.map(({ priorityKey }) => priorityKey)).toEqual(Array(10).fill('health'));
    const urgency = commitments.map(({ standing }) => standingOrder.indexOf(standing));
    expect(urgency).toEqual(urgency.toSorted((a, b) => a - b));
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  });

  it('asks three questions on every theme, each about something on the page, of three kinds where the facts allow', async () => {
    const themes = await listThemes(viewer);
    expect(themes).toHaveLength(4);
    for (const { slug } of themes) {
      const { questions, figures, commitments, promises } = await dashboard(slug);
      expect(questions).toHaveLength(3);
      expect(new Set(questions.map(({ to }) => to)).size).toBe(3);
      // Voice has no figures: it knows of a commitment that got worse and of two that are quiet.
      expect(new Set(questions.map(({ rule }) => rule)).size).toBe(slug === 'voice' ? 2 : 3);
      const onPage = [
        ...figures.map(({ key }) => `indicators/${key}`),
        ...commitments.map((one) => `commitments/${one.slug}`),
        ...promises.map(({ number }) => `promises/${number}`),
      ];
      for (const { to } of questions) expect(onPage).toContain(to);
    }
  });

  it('is not found for a slug of no theme, and for somebody of another council even after others read it', async () => {
    await expect(dashboard('nowhere')).rejects.toMatchObject(notFound);
    await dashboard();
    await expect(getThemeDashboard(stranger, 'health')).rejects.toMatchObject(notFound);
    expect(await listThemes(stranger)).toEqual([]);
  });
});

describe('what is published after the page was read', () => {
  it('shows at once, under what changed since the last meeting, each time anew', async () => {
    const before = await dashboard();
    const kept =
      before.commitments.find((one) => one.statusThen === 'onTrack' && one.status === 'onTrack') ??
      expect.unreachable();
    expect(inWords(before, /^Since the last meeting/)).not.toContain(`${kept.ref} went`);
    await publish(kept.slug, 'offTrack', 'First new words');
    const first = await dashboard();
    expect(inWords(first, /^Since the last meeting/)).toContain(`${kept.ref} went from on track to off track`);
    expect(first.commitments.find(({ id }) => id === kept.id)).toMatchObject({
      standing: 'offTrack',
      statusThen: 'onTrack',
      done: 'First new words',
      silentDays: 0,
    });
    await publish(kept.slug, 'onTrack', 'Second new words');
    const second = await dashboard();
    expect(inWords(second, /^Since the last meeting/)).not.toContain(`${kept.ref} went`);
    expect(second.commitments.find(({ id }) => id === kept.id)).toMatchObject({ done: 'Second new words' });
  });

  it('a correction takes the place of the value, here and on the page of the indicator', async () => {
    expect(await healthCheck()).toMatchObject(published.healthCheck);
    await correct(86, 247);
    const corrected = { text: '86%', latest: { value: 86, numerator: 247, denominator: 287 }, beforeText: '93%' };
    expect(await healthCheck()).toMatchObject(corrected);
    expect((await getIndicator(viewer, 'yearly-health-check')).figure).toMatchObject(corrected);
    const listed = (await listIndicators(viewer)).flatMap(({ figures }) => figures);
    expect(listed.find(({ key }) => key === 'yearly-health-check')).toMatchObject(corrected);
    const [{ count } = { count: 0 }] = await inPortsmouth<{ count: number }>(`
      SELECT count(*)::int FROM "Observation" x JOIN "Definition" d ON d.id = x."definitionId"
        JOIN "Indicator" i ON i.id = d."indicatorId" JOIN "Area" a ON a.id = x."areaId"
       WHERE i.key = 'yearly-health-check' AND a.kind = 'council' AND x.period = '2025'`);
    expect(count).toBe(2);
  });

  it('a correction to a small count is hidden with its share', async () => {
    await correct(1, 3);
    expect(await healthCheck()).toMatchObject({ text: '[c]', latest: { value: null, numerator: null, symbol: 'c' } });
  });
});

describe('indicators', () => {
  it('stand by theme in the order of the year, with what leans on them', async () => {
    const groups = await listIndicators(viewer);
    const months = groups.flatMap(({ theme }) => theme?.month ?? []);
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    for (const { theme, figures } of groups) {
      if (!theme) continue;
      expect((await dashboard(theme.slug)).figures.map(({ key }) => key)).toEqual(figures.map(({ key }) => key));
    }
    const one = await getIndicator(viewer, 'yearly-health-check');
    expect(one.themes.map(({ slug }) => slug)).toEqual(['health']);
    expect(one.commitments.map(({ id }) => id)).toEqual(one.figure.commitments);
  });

  it('are not found under another key, and nothing to somebody of another council', async () => {
    await expect(getIndicator(viewer, 'nothing')).rejects.toMatchObject(notFound);
    await expect(getIndicator(stranger, 'yearly-health-check')).rejects.toMatchObject(notFound);
    expect(await listIndicators(stranger)).toEqual([]);
  });
});

/** The commitment's last update again, with other words, submitted and published now. */
const publish = (slug: string, status: Status, done: string) =>
  inPortsmouth(
    `INSERT INTO "Update" ("councilId", id, "commitmentId", "roundId", "authorId", state, status, reason, done,
                           "submittedAt", "approvedAt", "approverId", "publishedAt", "publisherId")
     SELECT u."councilId", gen_random_uuid(), u."commitmentId", u."roundId", u."authorId", 'published', $2::"Status",
            'A reason', $3, now(), now(), u."approverId", now(), u."publisherId"
       FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
      WHERE c.slug = $1 AND u."publishedAt" IS NOT NULL ORDER BY u."publishedAt" DESC LIMIT 1`,
    [slug, status, done],
  );
