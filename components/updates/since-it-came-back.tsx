import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { changesMarkup } from '#components/updates/changes-markup.ts';
import { questions } from '#components/updates/update-text.ts';
import { formatDate } from '#lib/format.ts';
import type { Waiting } from '#lib/updates/queries.ts';

/** For an update that was returned and sent again: what was asked for, and what the lead changed since. */
export function SinceItCameBack({ update }: { update: Waiting }) {
  const { earlier, comment } = update;
  const [before] = earlier;
  if (!before) return null;
  const fields = Object.entries(questions) as [keyof typeof questions, string][];
  const changed = fields.filter(([field]) => before.content[field] !== update[field]);
  const files = (evidence: readonly { title: string; url: string }[]) =>
    JSON.stringify(evidence.map(({ title, url }) => [title, url]));
  const others = [
    before.content.status !== update.status && 'The status is another.',
    files(before.content.evidence) !== files(update.evidence) && 'The evidence is not the same.',
  ].filter(Boolean);
  return (
    <Notice title={comment ? 'It came back, and was sent again' : 'It was sent before, and taken back'}>
      {comment && (
        <p>
          <b>You asked:</b> {comment}
        </p>
      )}
      <p>
        <b>Since it was sent on {formatDate(before.sentAt)}:</b> {others.join(' ')}
        {changed.length + others.length === 0 && 'nothing was changed.'}
      </p>
      {changed.map(([field, question]) => (
        <div key={field}>
          <p>
            <b>{question}</b>
          </p>
          <Markup html={changesMarkup(before.content[field], update[field])} />
        </div>
      ))}
    </Notice>
  );
}
