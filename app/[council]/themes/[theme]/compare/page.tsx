import type { Metadata } from 'next';
import { changesMarkup } from '#components/themes/changes-markup.ts';
import { meetingLinks } from '#components/themes/meeting-links.ts';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/choices.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { getComparison, type Side } from '#lib/themes/changes/queries.ts';
import { isUnchanged } from '#lib/themes/changes/rules.ts';
import { standingLabel } from '#lib/themes/rules.ts';

export const metadata: Metadata = { title: 'Two meetings side by side' };

type Props = {
  params: Promise<{ council: string; theme: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const named = (day: string) => (day === 'now' ? 'Today' : formatDate(new Date(`${day}T12:00:00Z`)));

const came: Record<Side['kind'], string> = {
  live: 'as it stands now',
  frozen: 'as it was frozen for the meeting',
  made: 'put together now from what was known by the meeting',
};

/** A theme at two meetings, or at one and today: what changed from the one to the other. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { council, theme } = await params;
  const viewer = await requireViewer(council);
  const { from, to } = await searchParams;
  const { live, asked, one: left, other: right, changes } = await getComparison(viewer, theme, one(from), one(to));
  const base = `/${viewer.council.slug}`;
  const page = `${base}/themes/${theme}`;
  const meetings = live.meetings.map(({ startsAt, theme: about }) => ({
    value: isoDay(new Date(startsAt)),
    label: `${formatDate(new Date(startsAt))}, ${about}`,
  }));
  return (
    <>
      <PageHeading
        title={`${live.name}: what changed`}
        lead="Two meetings of the board side by side."
        crumbs={[
          { href: `${base}/themes`, label: 'Board' },
          { href: page, label: live.name },
        ]}
      />
      {meetings.length === 0 ? (
        <Empty title="The board has not met yet">
          <p>When it has met, its meetings can be laid side by side here.</p>
        </Empty>
      ) : (
        <form method="get" action={`${page}/compare`} className="form print:hidden">
          <Select name="from" label="From" options={meetings} defaultValue={asked[0]} />
          <Select
            name="to"
            label="To"
            options={[{ value: 'now', label: 'Today' }, ...meetings]}
            defaultValue={asked[1]}
          />
          <p className="actions">
            <Button look="secondary">Lay them side by side</Button>
          </p>
        </form>
      )}
      {left && right && changes ? (
        <>
          <p>
            From <b>{named(left.day)}</b>, {came[left.kind]}, to <b>{named(right.day)}</b>, {came[right.kind]}. Both by
            the rule for small numbers of today.
          </p>
          {isUnchanged(changes) && (
            <Notice title="Nothing changed">
              <p>The two say the same.</p>
            </Notice>
          )}
          <Markup
            html={changesMarkup(changes, {
              base,
              from: named(left.day),
              to: named(right.day),
              label: (standing) => standingLabel(live.council.statuses, standing),
            })}
          />
        </>
      ) : (
        meetings.length > 0 && (
          <Empty title="One of the two is no meeting of the board">
            <Markup html={meetingLinks(live.meetings, page)} />
          </Empty>
        )
      )}
    </>
  );
}
