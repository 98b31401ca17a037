/** What every form carries: the council, and a key of its own so that a double click runs once. */
export function HiddenFields({ council, ...fields }: { council: string } & Record<string, string | number>) {
  return (
    <>
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
