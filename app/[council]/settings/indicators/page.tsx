import type { Metadata } from 'next';
import { settingsTable } from '#components/indicators/settings/list-markup.ts';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listIndicatorSettings } from '#lib/indicators/editing/queries.ts';

export const metadata: Metadata = { title: 'Set up figures' };

/** Every figure that the council follows: whose it is, where it comes from, and what of it is due. */
export default async function IndicatorSettingsPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const indicators = await listIndicatorSettings(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Set up figures"
        lead="What each figure means, who owns it, and by when its next value is expected."
        crumbs={[{ href: `${base}/manage`, label: 'Manage' }]}
      />
      <p className="actions">
        <ButtonLink href={`${base}/settings/indicators/catalogue`}>Choose from the catalogue</ButtonLink>
        <ButtonLink look="secondary" href={`${base}/settings/indicators/new`}>
          Add one of your own
        </ButtonLink>
        <ButtonLink look="secondary" href={`${base}/indicators/workbook`}>
          Values by workbook
        </ButtonLink>
      </p>
      {indicators.length === 0 ? (
        <Empty title="No figures yet">
          <p>The catalogue holds the figures that councils are compared by. Begin there.</p>
        </Empty>
      ) : (
        <Markup html={settingsTable(indicators, base)} />
      )}
    </>
  );
}
