import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { count } from '#lib/format.ts';

type Gone = {
  priorities: string[];
  commitments: string[];
  promises: string[];
  measures: string[];
  statistics: string[];
};

/** Takes rows out that nothing rests on. @throws Refusal that names the first one on which something does */
export async function removeRows(db: Db, gone: Gone): Promise<void> {
  const among = (ids: string[]) => ({ where: { id: { in: ids } } });
  if (gone.statistics.length > 0) {
    const themes = { _count: { select: { themes: true } } } as const;
    const rows = await db.statistic.findMany({ ...among(gone.statistics), select: { order: true, ...themes } });
    for (const { order, _count } of rows) refuseIfUsed(`Statistic ${order}`, { theme: _count.themes });
    await db.statisticComparator.deleteMany({ where: { statisticId: { in: gone.statistics } } });
    await db.statistic.deleteMany(among(gone.statistics));
  }
  if (gone.measures.length > 0) {
    const rows = await db.measure.findMany({
      ...among(gone.measures),
      select: { ref: true, confirmedDirection: true, _count: { select: { wordingChanges: true } } },
    });
    for (const { ref, confirmedDirection, _count } of rows) {
      refuseIfUsed(`Measure ${ref}`, { rewording: _count.wordingChanges, confirmation: confirmedDirection ? 1 : 0 });
    }
    await db.measure.deleteMany(among(gone.measures));
  }
  if (gone.promises.length > 0) {
    const select = { wordingChanges: true, ratings: true, answers: true } as const;
    const rows = await db.promise.findMany({ ...among(gone.promises), select: { number: true, _count: { select } } });
    for (const { number, _count } of rows) {
      const { wordingChanges: rewording, ratings: rating, answers: answer } = _count;
      refuseIfUsed(`Promise ${number}`, { rating, answer, rewording });
    }
    await db.promise.deleteMany(among(gone.promises));
  }
  if (gone.commitments.length > 0) {
    const select = { updates: true, actions: true, assignments: true, wordingChanges: true, carriedTo: true } as const;
    const rows = await db.commitment.findMany({
      ...among(gone.commitments),
      select: { ref: true, _count: { select } },
    });
    for (const { ref, _count } of rows) {
      const { updates: update, actions: action, assignments: assignment, wordingChanges: rewording } = _count;
      refuseIfUsed(ref, { update, action, assignment, rewording, 'later commitment': _count.carriedTo });
    }
    await db.commitment.deleteMany(among(gone.commitments));
  }
  if (gone.priorities.length > 0) {
    const select = { assignments: true, themes: true, wordingChanges: true } as const;
    const rows = await db.priority.findMany({ ...among(gone.priorities), select: { key: true, _count: { select } } });
    for (const { key, _count } of rows) {
      const { assignments: assignment, themes: theme, wordingChanges: rewording } = _count;
      refuseIfUsed(`The priority "${key}"`, { assignment, theme, rewording });
    }
    await db.priority.deleteMany(among(gone.priorities));
  }
}

function refuseIfUsed(name: string, uses: Record<string, number>) {
  const used = Object.entries(uses).filter(([, n]) => n > 0);
  if (used.length === 0) return;
  const what = new Intl.ListFormat('en-GB').format(used.map(([noun, n]) => count(n, noun)));
  throw new Refusal(`${name} cannot be taken out: ${what} ${total(used) === 1 ? 'rests' : 'rest'} on it.`);
}

const total = (used: readonly [string, number][]) => used.reduce((sum, [, n]) => sum + n, 0);
