import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { choiceOptions } from '#components/releases/choices.ts';
import { DraftForm } from '#components/releases/draft-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';
import { listChoices } from '#lib/releases/queries.ts';

export const metadata: Metadata = { title: 'Choose figures to release' };

/** The first step of a release: which figures, under which title. */
export default async function NewReleasePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  if (!can.releaseFigures(viewer)) forbidden();
  const { slug } = viewer.council;
  return (
    <>
      <PageHeading
        title="Choose figures to release"
        lead="The next step shows the page exactly as it will be, and what is hidden on it. Nothing is public before you say so there."
        crumbs={[{ href: `/${slug}/releases`, label: 'Published figures' }]}
      />
      <DraftForm
        council={slug}
        idempotencyKey={crypto.randomUUID()}
        draft={{ id: '', version: 0, title: '', slug: '', text: '', indicators: [], breakdowns: [] }}
        {...choiceOptions(await listChoices(viewer))}
      />
    </>
  );
}
