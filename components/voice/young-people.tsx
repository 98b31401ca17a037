import { Notice } from '#components/ui/notice.tsx';
import { RoundSaid } from '#components/voice/round-said.tsx';
import type { Verdict } from '#lib/promises/rules.ts';
import type { PromiseVoice } from '#lib/voice/queries.ts';
import { differs } from '#lib/voice/rules.ts';
import { differSentence, notHeard } from '#lib/voice/words.ts';

type Props = {
  board: Verdict;
  voice: PromiseVoice;
  /** Where an answer is written: "/portsmouth/promises/3/answer". */
  answerPath: string;
};

/** What young people say of a promise, beside what the board says: verdicts, counts, words, answers. */
export function YoungPeople({ board, voice, answerPath }: Props) {
  const young = voice.view?.verdict ?? null;
  return (
    <section aria-labelledby="young-people">
      <h2 id="young-people">What young people say</h2>
      {!young && <p>{notHeard}</p>}
      {young && differs(board, voice.view) && (
        <Notice kind="warning">
          <p>{differSentence(board, young)}</p>
        </Notice>
      )}
      {voice.rounds.map((round) => (
        <RoundSaid
          key={round.roundId}
          round={round}
          answerPath={voice.mayAnswer ? `${answerPath}?round=${round.roundId}` : null}
        />
      ))}
    </section>
  );
}
