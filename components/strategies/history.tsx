import { formatDate, formatTime } from '#lib/format.ts';
import type { WordingHistory } from '#lib/strategies/history.ts';
import { fieldWords } from '#lib/strategies/words.ts';

/** What adopted wording was before: each change with both texts, who made it, when and why. */
export function History({ changes }: { changes: WordingHistory }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">Changes to the wording</h2>
      {changes.length === 0 && <p>It stands as it was entered.</p>}
      {changes.map((change) => (
        <article key={`${change.at.getTime()}-${change.field}`} className="mb-8 border-t border-line">
          <h3>
            {fieldWords[change.field] ?? change.field}, {formatDate(change.at)}
          </h3>
          <p>
            <b>Why:</b> {change.reason}
          </p>
          <p>
            <b>Before:</b> <del>{change.before || '(nothing)'}</del>
          </p>
          <p>
            <b>After:</b> <ins>{change.after || '(nothing)'}</ins>
          </p>
          <p className="soft">
            {change.person.name}, at {formatTime(change.at)}
          </p>
        </article>
      ))}
    </section>
  );
}
