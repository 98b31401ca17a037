import type { Writing } from '#lib/strategies/writing-content.ts';

type Link = readonly [from: string, to: string];

/** Which indicators show how a commitment goes. */
export async function writeCommitmentLinks({ db, councilId, content, indicators }: Writing, ids: Map<string, string>) {
  const rows = await db.commitmentIndicator.findMany({
    where: { commitment: { priority: { strategy: { key: content.key } } } },
  });
  const wanted = content.commitments.flatMap((row) =>
    row.indicators.map((key) => [ids.get(row.ref), indicators.get(key)] as Link),
  );
  const { fresh, gone } = compared(
    rows.map((row) => [row.commitmentId, row.indicatorId]),
    wanted,
  );
  const named = ([commitmentId, indicatorId]: Link) => ({ councilId, commitmentId, indicatorId });
  if (gone.length > 0) await db.commitmentIndicator.deleteMany({ where: { OR: gone.map(named) } });
  if (fresh.length > 0) await db.commitmentIndicator.createMany({ data: fresh.map(named) });
}

type Ids = { promises: Map<number, string>; commitments: Map<string, string> };

/** Which commitments keep a promise, and which indicators show it. */
export async function writePromiseLinks(writing: Writing, ids: Ids) {
  const { db, councilId, content, strategyId, indicators } = writing;
  const where = { promise: { strategyId } };
  const links = (to: 'commitments' | 'indicators', idOf: (name: string) => string | undefined) =>
    content.promises.flatMap((row) => row[to].map((name) => [ids.promises.get(row.number), idOf(name)] as Link));

  const kept = await db.promiseCommitment.findMany({ where });
  const behind = compared(
    kept.map((row) => [row.promiseId, row.commitmentId]),
    links('commitments', (ref) => ids.commitments.get(ref)),
  );
  const commitment = ([promiseId, commitmentId]: Link) => ({ councilId, promiseId, commitmentId });
  if (behind.gone.length > 0) await db.promiseCommitment.deleteMany({ where: { OR: behind.gone.map(commitment) } });
  if (behind.fresh.length > 0) await db.promiseCommitment.createMany({ data: behind.fresh.map(commitment) });

  const shown = await db.promiseIndicator.findMany({ where });
  const figures = compared(
    shown.map((row) => [row.promiseId, row.indicatorId]),
    links('indicators', (key) => indicators.get(key)),
  );
  const indicator = ([promiseId, indicatorId]: Link) => ({ councilId, promiseId, indicatorId });
  if (figures.gone.length > 0) await db.promiseIndicator.deleteMany({ where: { OR: figures.gone.map(indicator) } });
  if (figures.fresh.length > 0) await db.promiseIndicator.createMany({ data: figures.fresh.map(indicator) });
}

function compared(kept: readonly Link[], wanted: readonly Link[]): { fresh: Link[]; gone: Link[] } {
  const name = (link: Link) => link.join();
  const [had, has] = [new Set(kept.map(name)), new Set(wanted.map(name))];
  return { fresh: wanted.filter((link) => !had.has(name(link))), gone: kept.filter((link) => !has.has(name(link))) };
}
