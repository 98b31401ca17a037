import { type Place, promiseAddress } from '#components/strategies/tree-markup.ts';

type Neighbour = { number: number; plainTitle: string } | null;

/** The promise before and the one after, so that a reader can go through all of them. */
export function Neighbours({ place, before, after }: { place: Place; before: Neighbour; after: Neighbour }) {
  const link = (words: string, promise: Neighbour) =>
    promise && (
      <li>
        {words}:{' '}
        <a href={promiseAddress(place, promise.number)}>
          Promise {promise.number}, {promise.plainTitle}
        </a>
      </li>
    );
  return (
    <nav aria-label="Other promises" className="no-print">
      <h2>Other promises</h2>
      <ul>
        {link('Before', before)}
        {link('Next', after)}
      </ul>
    </nav>
  );
}
