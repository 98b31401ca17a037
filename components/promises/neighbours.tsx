type Neighbour = { number: number; plainTitle: string } | null;

/** The promise before and the one after, so that a reader can go through all of them. */
export function Neighbours({ base, before, after }: { base: string; before: Neighbour; after: Neighbour }) {
  const link = (words: string, promise: Neighbour) =>
    promise && (
      <li>
        {words}:{' '}
        <a href={`${base}/promises/${promise.number}`}>
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
