import type { Metadata } from 'next';
import { cache } from 'react';
import { dashboardMarkup } from '#components/themes/dashboard-markup.ts';
import { headFacts } from '#components/themes/head-facts.ts';
import { NoSuchMeeting } from '#components/themes/no-such-meeting.tsx';
import { PastNotice } from '#components/themes/past-notice.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { getDashboardAsAt } from '#lib/themes/freezing/queries.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';

type Asked = { 'as-at'?: string | string[]; edition?: string | string[]; frozen?: string | string[] };
type Props = { params: Promise<{ council: string; theme: string }>; searchParams: Promise<Asked> };

/** The title and the page read the same dashboard, once a request. */
const load = cache(async (council: string, theme: string, asAt: string | undefined, edition: string | undefined) => {
  const viewer = await requireViewer(council);
  if (asAt === undefined) return { kind: 'live' as const, dashboard: await getThemeDashboard(viewer, theme) };
  return getDashboardAsAt(viewer, theme, asAt, edition === undefined ? undefined : Number(edition));
});

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

async function shown({ params, searchParams }: Props) {
  const { council, theme } = await params;
  const asked = await searchParams;
  return load(council, theme, one(asked['as-at']), one(asked.edition));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await shown(props);
  if (found.kind === 'none') return { title: `${found.theme.name}: no such meeting` };
  const { name, next } = found.dashboard;
  if (found.kind !== 'live') return { title: `${name}: as at ${formatDate(found.meeting.startsAt)}` };
  return { title: next ? `${name}: board of ${formatDate(next.startsAt)}` : name };
}

/** Everything a board member needs of one theme the evening before the meeting, or what stood at an earlier one. */
export default async function ThemePage(props: Props) {
  const [{ council }, { frozen }, found] = [await props.params, await props.searchParams, await shown(props)];
  const board = { href: `/${council}/themes`, label: 'Board' };
  if (found.kind === 'none') return <NoSuchMeeting {...found} board={board} />;
  const { dashboard } = found;
  const page = `${board.href}/${dashboard.slug}`;
  const isPast = found.kind !== 'live';
  const shownAs = isPast ? `The meeting of ${formatDate(found.meeting.startsAt)}` : undefined;
  return (
    <>
      <PageHeading
        title={dashboard.name}
        lead={dashboard.question}
        crumbs={isPast ? [board, { href: page, label: dashboard.name }] : [board]}
      >
        <Markup html={headFacts(dashboard, shownAs)} />
      </PageHeading>
      {isPast ? (
        <PastNotice past={found} page={page} isNew={frozen !== undefined} />
      ) : (
        can.composeDashboard(await requireViewer(council)) && (
          <p className="actions print:hidden">
            <ButtonLink look="secondary" href={`${page}/compose`}>
              Compose or freeze this dashboard
            </ButtonLink>
          </p>
        )
      )}
      <Markup html={dashboardMarkup(dashboard)} />
    </>
  );
}
