type Row = { publishedOrder: number; displayOrder: number };
type Props = { order: 'published' | 'display'; page: string; rows: readonly Row[] };

/** A document can print its rows in two orders; a reader can have either. Nothing where the two are the same. */
export function OrderNote({ order, page, rows }: Props) {
  if (rows.every(({ publishedOrder, displayOrder }) => publishedOrder === displayOrder)) return null;
  return order === 'published' ? (
    <p>
      In the order of the document’s list. Its pages hold them in another order:{' '}
      <a href={`${page}?order=display#priorities`}>show the order of the pages</a>.
    </p>
  ) : (
    <p>
      In the order of the document’s pages. Its list has another order:{' '}
      <a href={`${page}#priorities`}>show the order of the list</a>.
    </p>
  );
}
