import { describe, expect, it, vi } from 'vitest';
import { requireViewer } from '#lib/auth/viewer.ts';
import { isoDay } from '#lib/format.ts';
import { arrangeDashboard, noteFigure, saveThemeText } from '#lib/themes/composing/mutations.ts';
import { getComposing } from '#lib/themes/composing/queries.ts';
import { freezeDashboard } from '#lib/themes/freezing/mutations.ts';
import { composing, live, officer } from '#tests/data/boards-acting.ts';
import { actAs, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
// What `experimental.authInterrupts` sets in a build: without it forbidden() refuses to work.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');

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
