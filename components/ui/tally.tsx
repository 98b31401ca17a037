/** Big counts in words, for the top of a page: "4 kept  5 partly kept". Noughts are shown: they say something. */
export function Tally({ items }: { items: readonly { count: number; label: string }[] }) {
  return (
    <ul className="tally">
      {items.map((item) => (
        <li key={item.label}>
          <b>{item.count}</b> {item.label}
        </li>
      ))}
    </ul>
  );
}
