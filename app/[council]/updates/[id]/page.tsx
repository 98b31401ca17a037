import type { Metadata } from 'next';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { DecisionForms } from '#components/updates/decision-forms.tsx';
import { Guard } from '#components/updates/guard.tsx';
import { SideBySide } from '#components/updates/side-by-side.tsx';
import { SinceItCameBack } from '#components/updates/since-it-came-back.tsx';
import { whatChanges } from '#components/updates/waiting-task.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, formatTime } from '#lib/format.ts';
import { getWaiting } from '#lib/updates/queries.ts';
import { decidedSentence } from '#lib/updates/words.ts';

type Props = { params: Promise<{ council: string; id: string }> };

export const metadata: Metadata = { title: 'Decide on an update' };

/** For the administrator: the whole text beside what is public, what changed, and the decision. */
export default async function DecidePage({ params }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const update = await getWaiting(viewer, id);
  const { commitment, author, submittedAt, approver, approvedAt, state, mayDecide } = update;
  const base = `/${viewer.council.slug}`;
  const waits = state === 'submitted' || state === 'approved';
  return (
    <>
      <PageHeading
        title={`${commitment.ref}: ${commitment.title}`}
        lead={whatChanges(update, viewer.council.statuses)}
        crumbs={[
          { href: base, label: 'For me' },
          { href: `${base}/updates`, label: 'Updates to decide' },
        ]}
      >
        <SummaryList
          facts={[
            ['Sent by', author.name],
            ['Sent', submittedAt && `${formatDate(submittedAt)}, ${formatTime(submittedAt)}`],
            ['Approved', approver && approvedAt && `${formatDate(approvedAt)} by ${approver.name}`],
            [
              'Wording',
              <a key="link" href={`${base}/commitments/${commitment.slug}`}>
                {commitment.wording}
              </a>,
            ],
          ]}
        />
      </PageHeading>
      {waits && <SinceItCameBack update={update} />}
      <SideBySide update={update} viewer={viewer} />
      {waits && <Guard update={update} viewer={viewer} />}
      {waits && mayDecide && (
        <DecisionForms
          state={state}
          fields={{ council: viewer.council.slug, update: update.id, version: String(update.version) }}
          keys={{ approve: crypto.randomUUID(), sendBack: crypto.randomUUID() }}
        />
      )}
      {!(waits && mayDecide) && <Notice title={decidedSentence(state)} />}
    </>
  );
}
