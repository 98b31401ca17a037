import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { WithdrawForm } from '#components/releases/withdraw-form.tsx';
import { Done } from '#components/reports/saved.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, formatTime } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { beginNextEdition } from '#lib/releases/mutations.ts';
import { getRelease } from '#lib/releases/queries.ts';

export const metadata: Metadata = { title: 'A release' };

const said: Record<string, string> = {
  released: 'Released. Anybody can read it now.',
  withdrawn: 'Withdrawn. Its address says when and why.',
};

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

/** One edition: who released it and when, its next edition, and its withdrawal. */
export default async function ReleasePage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  if (!can.releaseFigures(viewer)) forbidden();
  const { slug: home } = viewer.council;
  const { title, slug, edition, hash, counts, ...release } = await getRelease(viewer, id);
  const done = said[String((await searchParams).done)];
  const address = `/${home}/public/${slug}/editions/${edition}`;
  const when = (moment: Date) => `${formatDate(moment)}, ${formatTime(moment)}`;
  return (
    <>
      <PageHeading
        title={`${title}, edition ${edition}`}
        crumbs={[{ href: `/${home}/releases`, label: 'Published figures' }]}
      />
      {done && <Done>{done}</Done>}
      <SummaryList
        facts={[
          [
            'Public page',
            <a key="page" href={address}>
              {address}
            </a>,
          ],
          ['Released', `${when(release.releasedAt)}, by ${release.releasedBy.name}`],
          [
            'Withdrawn',
            release.withdrawnAt &&
              `${when(release.withdrawnAt)}, by ${release.withdrawnBy?.name}: ${release.withdrawnReason}`,
          ],
          [
            'Counts of children',
            `${counts.shown.toLocaleString('en-GB')} shown, ${counts.hidden.toLocaleString('en-GB')} hidden`,
          ],
          ['Fingerprint', hash.slice(0, 12)],
        ]}
      />
      <h2>Next edition</h2>
      <p>The same figures as they stand on the day you release them. This edition stays where it is.</p>
      <ActionForm action={beginNextEdition}>
        <input type="hidden" name="council" value={home} />
        <input type="hidden" name="release" value={id} />
        <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
        <SubmitButton sending="Preparing…">Prepare the next edition</SubmitButton>
      </ActionForm>
      {!release.withdrawnAt && (
        <>
          <h2>Withdraw it</h2>
          <p>What was read is known. Withdrawing keeps others from reading it, and says so at its address.</p>
          <WithdrawForm council={home} release={id} idempotencyKey={crypto.randomUUID()} />
        </>
      )}
    </>
  );
}
