import type { Metadata } from 'next';
import { StartForm } from '#components/strategies/start-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { getStartForm } from '#lib/strategies/editing/queries.ts';

export const metadata: Metadata = { title: 'Start the next strategy' };

/** Starts the strategy that takes the place of this one. */
export default async function NextStrategyPage({ params }: { params: Promise<{ council: string; key: string }> }) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const { title, endsOn, priorities } = await getStartForm(viewer, key);
  const { slug } = viewer.council;
  return (
    <>
      <PageHeading
        title="Start the next strategy"
        lead={`It takes the place of the ${title} on its first day. Until then it is a draft.`}
        crumbs={[{ href: `/${slug}/strategies`, label: 'Strategies' }]}
      />
      <StartForm
        council={slug}
        idempotencyKey={crypto.randomUUID()}
        from={key}
        startsOn={isoDay(addDays(day(endsOn), 1))}
        priorities={priorities}
      />
    </>
  );
}
