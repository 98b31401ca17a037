import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Db, inCouncil } from '#lib/db.ts';
import { strategyContent } from '#lib/strategies/content.ts';
import { readContent } from '#lib/strategies/reading-content.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';
import { inPortsmouth } from '#tests/setup/act.ts';
import { commitmentRow, measureRow, promiseRow, wholeContent } from '#tests/unit/strategies/content-fixture.ts';

let councilId = '';
let personId = '';
beforeAll(async () => {
  [{ id: councilId = '' } = {}] = await inPortsmouth<{ id: string }>('SELECT id FROM "Council"');
  [{ id: personId = '' } = {}] = await inPortsmouth<{ id: string }>('SELECT id FROM "Person" LIMIT 1');
});

const act = <T>(work: (db: Db) => Promise<T>) => inCouncil(councilId, work);

/** Undone afterwards, so that each test begins with the seed. */
async function undone(work: (db: Db) => Promise<void>): Promise<void> {
  const undo = new Error('undone');
  await act(async (db) => {
    await work(db);
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
}

const idOf = async (db: Db, key: string) => (await db.strategy.findFirstOrThrow({ where: { key } })).id;

describe('a strategy as data', () => {
  it('is read as it was written, whatever it has', () =>
    undone(async (db) => {
      const { id } = await writeContent(db, councilId, wholeContent());
      expect(await readContent(db, id)).toEqual(wholeContent());
    }));

  it('is read from the seed as the seed has it', () =>
    act(async (db) => {
      const file = readFileSync(new URL('../../prisma/seed/portsmouth/strategy-2023-26.json', import.meta.url), 'utf8');
      expect(await readContent(db, await idOf(db, '2023-26'))).toEqual(strategyContent.parse(JSON.parse(file)));
    }));

  it('written once more changes nothing', () =>
    undone(async (db) => {
      const before = await db.commitment.findMany();
      await writeContent(db, councilId, await readContent(db, await idOf(db, '2023-26')));
      expect(await db.commitment.findMany()).toEqual(before);
      expect(await db.priority.count({ where: { version: { gt: 1 } } })).toBe(0);
    }));

  it('comes to what is written over it: new rows, changed ones, moved ones, and none that went', () =>
    undone(async (db) => {
      const first = await writeContent(db, councilId, wholeContent());
      const content = wholeContent();
      content.title = 'Another title';
      content.commitments = [
        commitmentRow('home', 1, { wording: 'We will do it better.', notes: 'A thought.' }),
        commitmentRow('home', 2, { ref: 'home 1.1', parent: 'home 1', indicators: ['dental-check'], number: 1 }),
        commitmentRow('home', 3, { parent: null }),
        commitmentRow('work', 1, { publishedOrder: 4 }),
      ];
      content.promises = [
        promiseRow(2, { publishedOrder: 1, commitments: ['home 3'] }),
        promiseRow(1, { publishedOrder: 2 }),
      ];
      content.measures = [measureRow('1.1', 1, { promise: 2 }), measureRow('s1', 1, { kind: 'success', target: '9%' })];
      content.statistics = content.statistics.slice(0, 1);
      content.indicators = content.indicators.slice(0, 1);
      const second = await writeContent(db, councilId, content, { personId, reason: 'Cabinet said so.' });
      expect(await readContent(db, second.id)).toEqual(content);
      expect(second.id).toBe(first.id);
      expect(second.commitments.get('work 1')).toBe(first.commitments.get('work 1'));
      const changes = await db.wordingChange.findMany({ where: { reason: 'Cabinet said so.' } });
      expect(changes.find(({ commitmentId }) => commitmentId === first.commitments.get('home 1'))).toMatchObject({
        field: 'wording',
        before: 'We will do 1.',
        after: 'We will do it better.',
        personId,
      });
      const fields = changes.map(({ field }) => field).toSorted();
      expect(fields).toEqual(['publishedDirection', 'target', 'title', 'title', 'wording', 'wording']);
    }));

  it('says why its wording changes once it is adopted, and need not before', () =>
    undone(async (db) => {
      const draft = { ...wholeContent(), adoptedOn: null };
      await writeContent(db, councilId, draft);
      await writeContent(db, councilId, { ...draft, title: 'Still a draft' });
      await writeContent(db, councilId, { ...draft, title: 'Still a draft', adoptedOn: '2020-01-02' });
      const changed = { ...draft, adoptedOn: '2020-01-02', title: 'Adopted' };
      await expect(writeContent(db, councilId, changed)).rejects.toThrow('was adopted: say why it changes');
    }));

  it('keeps what others rest on', async () => {
    await undone(async (db) => {
      const content = await readContent(db, await idOf(db, '2023-26'));
      const commitments = content.commitments.filter(({ ref }) => ref !== 'Home 4');
      const promises = content.promises.map((row) => ({
        ...row,
        commitments: row.commitments.filter((ref) => ref !== 'Home 4'),
      }));
      await expect(writeContent(db, councilId, { ...content, commitments, promises })).rejects.toThrow(
        /^Home 4 cannot be taken out: \d+ updates/,
      );
    });
    await undone(async (db) => {
      const content = await readContent(db, await idOf(db, '2023-26'));
      const statistics = content.statistics.filter(({ order }) => order !== 1);
      await expect(writeContent(db, councilId, { ...content, statistics })).rejects.toThrow('Statistic 1 cannot');
    });
  });

  it('names what it points to and does not find', async () => {
    await undone(async (db) => {
      const gone = { ...wholeContent(), supersedes: 'never' };
      await expect(writeContent(db, councilId, gone)).rejects.toThrow('There is no strategy "never"');
    });
    await undone(async (db) => {
      const carriedFrom = { strategy: '2023-26', ref: 'Home 99' };
      const content = { ...wholeContent(), commitments: [commitmentRow('home', 1, { carriedFrom })], promises: [] };
      await expect(writeContent(db, councilId, { ...content, measures: [] })).rejects.toThrow('"Home 99"');
    });
  });

  it('gives a new commitment an address of its own', () =>
    undone(async (db) => {
      const { commitments } = await writeContent(db, councilId, wholeContent());
      const slug = async (ref: string) =>
        (await db.commitment.findFirstOrThrow({ where: { id: commitments.get(ref) ?? '' } })).slug;
      expect(await slug('home 1')).toBe('2031-34-home-1');
      expect(await slug('home 1.1')).toBe('home-1-1');
      expect(await slug('work 1')).toBe('work-1');
    }));
});
