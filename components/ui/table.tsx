/**
 * `number` stands to the right; `keep` is never broken, such as a reference or a date; `bare` says what it is
 * by itself, so that a narrow screen leaves its label out.
 */
export type Column = { label: string; number?: boolean; keep?: boolean; bare?: boolean };

export const columnClass = (column?: Column): string | undefined =>
  [column?.number && 'number', column?.keep && 'keep'].filter(Boolean).join(' ') || undefined;

type Row = { key: string; cells: readonly React.ReactNode[] };

/**
 * A short table with live parts in it; for a long one use tableMarkup, which costs a third less.
 * The first cell of a row names the row. `stack` turns rows into labelled lines on a narrow screen.
 */
export function Table({
  caption,
  hideCaption,
  columns,
  rows,
  stack,
}: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
  stack?: boolean;
}) {
  const table = (
    <table className={stack ? 'table table-stack' : 'table'}>
      <caption className={hideCaption ? 'hidden-words' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column.label} className={columnClass(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, i) => (
              <Cell key={columns[i]?.label} column={columns[i]} isName={i === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (stack) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

function Cell({ column, isName, children }: { column?: Column; isName: boolean; children: React.ReactNode }) {
  const className = columnClass(column);
  if (isName) {
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  }
  return (
    <td className={className} data-label={column?.bare ? undefined : column?.label}>
      {children}
    </td>
  );
}
