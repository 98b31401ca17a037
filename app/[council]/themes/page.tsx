import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDay } from '#lib/format.ts';
import { monthName } from '#lib/meetings/rules.ts';
import { listThemes } from '#lib/themes/queries.ts';

export const metadata: Metadata = { title: 'Board' };

const columns = [{ label: 'Theme' }, { label: 'Month' }, { label: 'What the board asks' }, { label: 'Next meeting' }];

/** What the board looks at in the course of a year. */
export default async function ThemesPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const themes = await listThemes(viewer);
  const base = `/${viewer.council.slug}`;
  const board = viewer.council.vocabulary.board ?? 'The board';
  return (
    <>
      <PageHeading
        title="Board"
        lead={`${board}: each meeting looks at one theme. Each theme has one page to read before the meeting.`}
      />
      {themes.length === 0 ? (
        <Empty title="No themes yet">
          <p>The themes of the board’s meetings will stand here.</p>
        </Empty>
      ) : (
        <Table
          stack
          hideCaption
          caption="Themes of the year"
          columns={columns}
          rows={themes.map((theme) => ({
            key: theme.slug,
            cells: [
              <a key="theme" href={`${base}/themes/${theme.slug}`}>
                {theme.name}
              </a>,
              monthName(theme.month),
              theme.question,
              theme.next ? `${formatDay(theme.next.startsAt)}, ${theme.next.place}` : 'No date yet',
            ],
          }))}
        />
      )}
      <p>
        <a href={`${base}/meetings`}>All meetings and their dates</a>
      </p>
    </>
  );
}
