import { chainMarkup } from '#components/promises/chain-markup.ts';
import { figuresMarkup } from '#components/promises/figures-markup.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { PromiseChain } from '#lib/promises/queries.ts';

/** What is done to keep a promise: the commitments, the figures, and what the board decided. */
export function PromiseWork({ promise, viewer }: { promise: PromiseChain; viewer: Viewer }) {
  const base = `/${viewer.council.slug}`;
  const { board = 'board' } = viewer.council.vocabulary;
  return (
    <>
      <h2>What we said we would do</h2>
      {promise.commitments.length > 0 ? (
        <>
          <p>{promise.whyLinked}</p>
          <Markup html={chainMarkup(promise, viewer.council.statuses, base)} />
        </>
      ) : (
        <Empty title="No commitment serves this promise yet" />
      )}

      <h2>What the figures say</h2>
      {promise.figures.length > 0 ? (
        <Markup html={figuresMarkup(promise.figures, base)} />
      ) : (
        <p>No published figure measures this promise. The updates above are all that we know of it.</p>
      )}

      <h2>What the {board} decided</h2>
      <p>No decision about this promise is recorded here yet.</p>
    </>
  );
}
