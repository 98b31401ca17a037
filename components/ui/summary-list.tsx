/** Facts with their names: when the meeting is, who leads, what was last said. Empty facts are left out. */
export function SummaryList({ facts }: { facts: readonly (readonly [name: string, fact: React.ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, fact]) => fact !== null && fact !== undefined && fact !== '' && fact !== false)
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
