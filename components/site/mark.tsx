/** The mark: a P whose bowl is a promise coming round to whole. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="4.5" aria-hidden="true">
      <path d="M7 30V13a9 9 0 1 1 9 9h-2" strokeLinecap="round" strokeLinejoin="round" />
      <path d="m12.5 13.2 2.6 2.6 4.6-5" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
