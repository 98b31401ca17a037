import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { LastTime } from '#components/updates/last-time.tsx';
import { SentNotice } from '#components/updates/sent-notice.tsx';
import { SentUpdate } from '#components/updates/sent-update.tsx';
import { WriteHere } from '#components/updates/write-here.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { daysBetween } from '#lib/calendar/rules.ts';
import { formatDay } from '#lib/format.ts';
import { isEmpty } from '#lib/updates/drafts.ts';
import { getWriting } from '#lib/updates/queries.ts';
import { closedSentence, dueInWords, refOfSlug, roundName } from '#lib/updates/words.ts';

type Props = {
  params: Promise<{ council: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Say how ${refOfSlug((await params).slug)} is going` };
}

/** Ninety seconds of a lead: what was said last time, one form, and the next one. */
export default async function UpdatePage({ params, searchParams }: Props) {
  const { council, slug } = await params;
  const { sent } = await searchParams;
  const viewer = await requireViewer(council);
  const writing = await getWriting(viewer, slug);
  const { ref, title, wording, round, working, last, due, today } = writing;
  const base = `/${viewer.council.slug}`;
  const isSent = working?.state === 'submitted' || working?.state === 'approved';
  const draft = working && !isSent ? working : null;
  const of = due > 1 ? `One of ${due} due for` : 'For';
  return (
    <>
      {typeof sent === 'string' && sent !== slug && <SentNotice viewer={viewer} slug={sent} />}
      <PageHeading
        title={`${ref}: ${title}`}
        lead={wording}
        crumbs={[
          { href: base, label: 'For me' },
          { href: `${base}/commitments/${slug}`, label: ref },
        ]}
      />
      {round && (
        <p>
          {of} {roundName(round.meetingAt)}, <b>{dueInWords(daysBetween(today, round.dueOn))}</b>. The round closes on{' '}
          {formatDay(round.closesOn)}. {due > 1 && <a href={`${base}/round`}>Do all of them on one page</a>}
        </p>
      )}
      {draft?.state === 'returned' && (
        <Notice kind="warning" title="This update came back to you">
          <p>{draft.comment}</p>
        </Notice>
      )}
      {last && (
        <LastTime
          last={last}
          viewer={viewer}
          commitment={slug}
          isWritten={round !== null && !isSent}
          repeatVersion={round && !isSent && (!draft || isEmpty(draft)) ? (draft?.version ?? 0) : null}
        />
      )}
      {isSent && working && (
        <SentUpdate working={working} viewer={viewer} commitment={slug} isAuthor={writing.isAuthor} />
      )}
      {!round && (
        <Empty title="No round is open">
          <p>{closedSentence(writing.rounds, today)}</p>
          <p>
            <ButtonLink look="secondary" href={base}>
              Go to For me
            </ButtonLink>
          </p>
        </Empty>
      )}
      {/* Where the round closed meanwhile, the form comes back with what was typed in it, and only then. */}
      {!isSent && <WriteHere writing={writing} viewer={viewer} from="" />}
    </>
  );
}
