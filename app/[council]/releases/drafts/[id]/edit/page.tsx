import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { choiceOptions } from '#components/releases/choices.ts';
import { DraftForm } from '#components/releases/draft-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';
import { getDraft, listChoices } from '#lib/releases/queries.ts';

export const metadata: Metadata = { title: 'Change what is released' };

/** Changes a release in preparation. */
export default async function EditDraftPage({ params }: { params: Promise<{ council: string; id: string }> }) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  if (!can.releaseFigures(viewer)) forbidden();
  const { slug } = viewer.council;
  const draft = await getDraft(viewer, id);
  return (
    <>
      <PageHeading
        title="Change what is released"
        crumbs={[
          { href: `/${slug}/releases`, label: 'Published figures' },
          { href: `/${slug}/releases/drafts/${id}`, label: draft.title },
        ]}
      />
      <DraftForm
        council={slug}
        idempotencyKey={crypto.randomUUID()}
        draft={draft}
        {...choiceOptions(await listChoices(viewer))}
      />
    </>
  );
}
