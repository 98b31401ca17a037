import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { FocusTarget } from '#components/updates/focus-target.tsx';
import { SheetRow } from '#components/updates/sheet-row.tsx';
import { WriteHere } from '#components/updates/write-here.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { daysBetween } from '#lib/calendar/rules.ts';
import { count, formatDay } from '#lib/format.ts';
import { getWriting } from '#lib/updates/queries.ts';
import { getSheet } from '#lib/updates/sheet.ts';
import { closedSentence, dueInWords, roundName } from '#lib/updates/words.ts';

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'The whole round' };

/** A round in one sitting: every commitment in one list, a click for each that has not changed. */
export default async function RoundPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { open, sent } = await searchParams;
  const { rows, round, rounds, today } = await getSheet(viewer);
  const said = rows.filter((row) => !row.act).length;
  const opened = rows.find((row) => row.act && row.slug === open) ?? null;
  const writing = opened && (await getWriting(viewer, opened.slug));
  return (
    <>
      <PageHeading
        title="The whole round"
        lead={round ? 'Each commitment on one page. Say what changed, or that nothing has.' : undefined}
        crumbs={[{ href: `/${viewer.council.slug}`, label: 'For me' }]}
      />
      {!round && (
        <Empty title="No round is open">
          <p>{closedSentence(rounds, today)}</p>
        </Empty>
      )}
      {round && rows.length === 0 && (
        <Empty title="Nothing is asked of you in this round">
          <p>When you lead a commitment that is due, it stands here.</p>
        </Empty>
      )}
      {round && rows.length > 0 && (
        <>
          <p id="said" role="status" tabIndex={-1}>
            <b>
              {said} of {rows.length} said
            </b>{' '}
            for {roundName(round.meetingAt)}, {dueInWords(daysBetween(today, round.dueOn))}. It closes on{' '}
            {formatDay(round.closesOn)}.
            {said === rows.length && ` That is all. Thank you: ${count(said, 'update')} on the way to the board.`}
          </p>
          <FocusTarget after={typeof sent === 'string' ? sent : ''} />
          <progress className="progress" value={said} max={rows.length} aria-labelledby="said" />
          <ol className="sheet">
            {rows.map((row) => (
              <SheetRow key={row.slug} row={row} viewer={viewer}>
                {writing && row === opened ? <WriteHere writing={writing} viewer={viewer} from="round" /> : null}
              </SheetRow>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
