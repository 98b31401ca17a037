import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { RatingForm } from '#components/voice/rating-form.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDay } from '#lib/format.ts';
import { closedSentence, roundName } from '#lib/updates/words.ts';
import { ratePromises } from '#lib/voice/mutations.ts';
import { getRating } from '#lib/voice/queries.ts';
import { ratingOptions, representativeWords } from '#lib/voice/words.ts';

export const metadata: Metadata = { title: 'Say what you think' };

/** For who speaks for young people: each promise of this round, as often as they like while it is open. */
export default async function RatePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { rounds, round, promises, saved, today } = await getRating(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Do we keep our promises?"
        lead="Say what you think of each promise. You can change it until the round closes."
        crumbs={[{ href: `${base}/voice`, label: 'What young people say' }]}
      >
        {round && (
          <p className="soft">
            For {roundName(round.meetingAt)}. You can do this until {formatDay(round.closesOn)}.
          </p>
        )}
      </PageHeading>
      {round && promises.length > 0 ? (
        <>
          <Notice title="Others read this">
            {representativeWords.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
          <RatingForm
            action={ratePromises}
            fields={{ council: viewer.council.slug, idempotencyKey: crypto.randomUUID() }}
            promises={promises}
            options={ratingOptions}
            saved={saved}
          />
        </>
      ) : (
        <Empty title={round ? 'No promises yet' : 'No round is open'}>
          {!round && <p>{closedSentence(rounds, today)}</p>}
        </Empty>
      )}
    </>
  );
}
