import type { Metadata } from 'next';
import { cache } from 'react';
import { dashboardMarkup } from '#components/themes/dashboard-markup.ts';
import { headFacts } from '#components/themes/head-facts.ts';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate } from '#lib/format.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';

type Props = { params: Promise<{ council: string; theme: string }> };

/** The title and the page read the same dashboard, once a request. */
const load = cache(async (council: string, theme: string) => getThemeDashboard(await requireViewer(council), theme));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { council, theme } = await params;
  const { name, next } = await load(council, theme);
  return { title: next ? `${name}: board of ${formatDate(next.startsAt)}` : name };
}

/** Everything a board member needs of one theme the evening before the meeting. */
export default async function ThemePage({ params }: Props) {
  const { council, theme } = await params;
  const dashboard = await load(council, theme);
  const board = { href: `/${dashboard.council.slug}/themes`, label: 'Board' };
  return (
    <>
      <PageHeading title={dashboard.name} lead={dashboard.question} crumbs={[board]}>
        <Markup html={headFacts(dashboard)} />
      </PageHeading>
      <Markup html={dashboardMarkup(dashboard)} />
    </>
  );
}
