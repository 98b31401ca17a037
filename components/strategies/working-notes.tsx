/** What those who work on it note for themselves; never part of what was adopted, never published. */
export function WorkingNotes({ notes }: { notes: string }) {
  return (
    <section className="notice" aria-labelledby="notes">
      <h2 id="notes">Working notes</h2>
      <p className="whitespace-pre-line">{notes}</p>
      <p className="soft mb-0">Only leads and the administrator see these notes.</p>
    </section>
  );
}
