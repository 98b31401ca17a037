import { Empty } from '#components/ui/empty.tsx';
import { formatDate, formatDay } from '#lib/format.ts';
import type { Needs } from '#lib/needs/queries.ts';
import { roundName } from '#lib/updates/words.ts';

/** A kind and true word for who has nothing to do now: what comes next, and when. */
export function NothingWaits({ needs }: { needs: Needs }) {
  const { round, nextRound } = needs;
  return (
    <Empty title="Nothing waits for you today">
      {round && (
        <p>
          {capital(roundName(round.meetingAt))} is open until {formatDay(round.closesOn)}.
        </p>
      )}
      {!round && nextRound && <p>The next round opens on {formatDate(nextRound.opensOn)}.</p>}
    </Empty>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
