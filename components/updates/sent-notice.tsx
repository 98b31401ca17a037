import { Notice } from '#components/ui/notice.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { formatTime } from '#lib/format.ts';
import { getSent } from '#lib/needs/queries.ts';

/** Says that an update was sent, if it truly was. */
export async function SentNotice({ viewer, slug }: { viewer: Viewer; slug: string }) {
  const sent = await getSent(viewer, slug);
  if (!sent?.submittedAt) return null;
  const { ref } = sent.commitment;
  return (
    <Notice kind="success" title={`Sent: ${ref}`} announce>
      <p>
        Sent at {formatTime(sent.submittedAt)}. It is published once the administrator has read it. Until then you can{' '}
        <a href={`/${viewer.council.slug}/commitments/${slug}/update`}>read it or take it back</a>.
      </p>
    </Notice>
  );
}
