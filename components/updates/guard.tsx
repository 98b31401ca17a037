import { GuardForm } from '#components/updates/guard-form.tsx';
import { questions } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { formatDate } from '#lib/format.ts';
import { kindWords } from '#lib/guard/rules.ts';
import type { Waiting } from '#lib/updates/queries.ts';

const fieldNames: Record<string, string> = { ...questions, evidence: 'Evidence' };

/** What could point at a child, with the answer of a second person to each; nothing is published before. */
export function Guard({ update, viewer }: { update: Waiting; viewer: Viewer }) {
  const { guard, mayDecide } = update;
  const open = guard.filter(({ answer }) => answer === null).length;
  return (
    <section id="guard" aria-labelledby="guard-title">
      <h2 id="guard-title">Could anything here point at one child?</h2>
      {guard.length === 0 ? (
        <p>
          Nothing was found. The rules find names beside ages, numbers and small counts; read it for what they miss.
        </p>
      ) : (
        <p>
          {open === 0
            ? 'Everything that was found has an answer.'
            : 'It cannot be published until each has an answer. If it could point at a child, return it to the lead instead.'}
        </p>
      )}
      {guard.map(({ hash, field, kind, words, sentence, answer }) => (
        <div key={hash} className="guarded">
          <h3>“{words}”</h3>
          <p>
            {kindWords[kind].what}, under {fieldNames[field]}: “{sentence}”
          </p>
          {answer && (
            <p>
              <b>Safe:</b> {answer.reason}{' '}
              <span className="soft">
                {answer.person.name}, {formatDate(answer.at)}
              </span>
            </p>
          )}
          {!answer && mayDecide && (
            <GuardForm
              fields={{
                council: viewer.council.slug,
                update: update.id,
                version: String(update.version),
                finding: hash,
                idempotencyKey: crypto.randomUUID(),
              }}
              words={words}
            />
          )}
          {!answer && !mayDecide && <p>Somebody other than its author answers this.</p>}
        </div>
      ))}
    </section>
  );
}
