import { StatusTag, type TagKind } from '#components/ui/status-tag.tsx';

/** "1 off track · 7 on track": always counts, worst first, never an average. Noughts are left out. */
export function Counts({ items }: { items: readonly { kind: TagKind; count: number; label: string }[] }) {
  return (
    <ul className="counts">
      {items
        .filter((item) => item.count > 0)
        .map((item) => (
          <li key={item.kind}>
            <StatusTag kind={item.kind} label={`${item.count} ${item.label}`} />
          </li>
        ))}
    </ul>
  );
}
