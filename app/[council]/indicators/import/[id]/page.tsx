import type { Metadata } from 'next';
import { AtWork, Ready } from '#components/imports/import-step.tsx';
import { previewMarkup } from '#components/imports/preview-markup.ts';
import { fileWords, sizeWords, stateWords } from '#components/imports/words.ts';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate, formatTime } from '#lib/format.ts';
import { getImport } from '#lib/imports/queries.ts';

export const metadata: Metadata = { title: 'A file of figures' };

type Props = { params: Promise<{ council: string; id: string }> };

/** One file of figures, at whatever step it is. */
export default async function ImportPage({ params }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const view = await getImport(viewer, id);
  const base = `/${viewer.council.slug}`;
  const { state, findings, targets, finishedAt } = view;
  const { facts, preview } = findings;
  const shown = {
    view,
    base,
    hidden: { council: viewer.council.slug, idempotencyKey: crypto.randomUUID(), import: id },
  };
  const skipped = facts?.levels.filter(({ isRead }) => !isRead) ?? [];
  return (
    <>
      <PageHeading
        title={stateWords[state]}
        lead={<span dir="auto">{fileWords(view.fileName)}</span>}
        crumbs={[{ href: `${base}/indicators/import`, label: 'Files of figures' }]}
      />
      <SummaryList
        facts={[
          ['Sent', `${formatDate(view.at)}, ${formatTime(view.at)}, by ${view.person.name}`],
          ['Size', facts ? `${sizeWords(view.bytes)}, ${count(facts.rows, 'row')}` : sizeWords(view.bytes)],
          ['Places', facts && count(facts.areas, 'place')],
          ['Periods', facts && periodsOf(facts.times)],
          [
            'Left out',
            skipped.length > 0 && skipped.map(({ level, rows }) => `${count(rows, 'row')} of ${level}`).join(', '),
          ],
          ['Finished', finishedAt && `${formatDate(finishedAt)}, ${formatTime(finishedAt)}`],
        ]}
      />
      {(state === 'waiting' || state === 'reading' || state === 'saving') && <AtWork {...shown} />}
      {state === 'ready' && <Ready {...shown} />}
      {state === 'saved' && preview && (
        <>
          <Notice kind="success" title="Saved" announce>
            <p>
              {count(preview.added, 'new value')} and {preview.changed.toLocaleString('en-GB')} changed. The file itself
              was deleted.
            </p>
          </Notice>
          <Markup html={previewMarkup({ preview, targets, base })} />
        </>
      )}
      {(state === 'refused' || state === 'failed') && (
        <Notice kind="warning" title={state === 'refused' ? 'This file was not taken' : 'This did not work'}>
          <p dir="auto">{findings.problem}</p>
          <p>Nothing was saved, and the file was deleted.</p>
        </Notice>
      )}
      {state === 'cancelled' && (
        <p>Somebody let go of it, or nobody came back for it. Nothing was saved, and the file was deleted.</p>
      )}
      <p className="actions no-print">
        <ButtonLink look="secondary" href={`${base}/indicators/import`}>
          All files
        </ButtonLink>
      </p>
    </>
  );
}

type Time = { period: string; identifier: string };

/** "Reporting year 2021 to 2025": one line for each identifier. */
function periodsOf(times: readonly Time[]): string {
  const names = [...new Set(times.map(({ identifier }) => identifier))];
  return names
    .map((name) => {
      const periods = times.flatMap(({ identifier, period }) => (identifier === name ? [period] : [])).toSorted();
      const [first, last] = [periods[0], periods.at(-1)];
      return first === last ? `${name} ${first}` : `${name} ${first} to ${last}`;
    })
    .join(', ');
}
