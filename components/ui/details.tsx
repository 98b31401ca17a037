/** More for those who want it; needs no script, and is unfolded on paper. */
export function Details({ summary, open, children }: { summary: string; open?: boolean; children: React.ReactNode }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
