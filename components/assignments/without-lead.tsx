import { Notice } from '#components/ui/notice.tsx';
import { listWithoutLead } from '#lib/assignments/queries.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';

/** Tells the administrator above the commitments that some have no lead; nothing when all have. */
export async function WithoutLead({ viewer }: { viewer: Viewer }) {
  const commitments = await listWithoutLead(viewer);
  if (commitments.length === 0) return null;
  return (
    <Notice kind="warning" title={`${count(commitments.length, 'commitment')} without a lead`}>
      <p>
        {commitments.length === 1 ? 'Nobody will say how it goes.' : 'Nobody will say how they go.'}{' '}
        <a href={`/${viewer.council.slug}/people#without-lead`}>See which, and give each a lead</a>
      </p>
    </Notice>
  );
}
