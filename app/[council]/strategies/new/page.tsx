import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { StartForm } from '#components/strategies/start-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Enter a strategy' };

/** Enters a strategy that takes the place of none. */
export default async function NewStrategyPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  if (!can.editStrategy(viewer)) forbidden();
  const { slug } = viewer.council;
  return (
    <>
      <PageHeading
        title="Enter a strategy"
        lead="Its title and its days. Priorities, commitments and promises come next."
        crumbs={[{ href: `/${slug}/strategies`, label: 'Strategies' }]}
      />
      <StartForm council={slug} idempotencyKey={crypto.randomUUID()} from="" startsOn="" priorities={[]} />
    </>
  );
}
