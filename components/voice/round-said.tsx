import { StatusTag } from '#components/ui/status-tag.tsx';
import { formatDate } from '#lib/format.ts';
import { verdictWords } from '#lib/promises/words.ts';
import { roundName } from '#lib/updates/words.ts';
import type { PromiseVoice } from '#lib/voice/queries.ts';
import { answerWords, countSentences } from '#lib/voice/words.ts';

type Props = { round: PromiseVoice['rounds'][number]; answerPath: string | null };

/** What was said of a promise in one round, and what was answered. */
export function RoundSaid({ round: { meetingAt, view, words, answer, answeredAt }, answerPath }: Props) {
  return (
    <>
      <h3>In {roundName(meetingAt)}</h3>
      <p>
        {view.verdict && <StatusTag kind={view.verdict} label={verdictWords[view.verdict]} />}{' '}
        {countSentences(view).join(' ')}
      </p>
      {words.map(({ id, why, personId }) => (
        <blockquote className="quote" key={id}>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {why}
          </p>
          {personId && <footer>One who speaks for the groups</footer>}
        </blockquote>
      ))}
      {answer && answeredAt ? (
        <p className="whitespace-pre-line wrap-anywhere">
          <b>{answerWords.given}.</b> {answer} <span className="soft">{formatDate(answeredAt)}</span>
        </p>
      ) : (
        <p>
          <b>{answerWords.none}</b> {answerPath && <a href={answerPath}>Write the answer</a>}
        </p>
      )}
    </>
  );
}
