import type { Metadata } from 'next';
import { ImportUpload } from '#components/imports/upload-form.tsx';
import { fileWords, stateWords } from '#components/imports/words.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatShortDate, formatTime } from '#lib/format.ts';
import { listImports } from '#lib/imports/queries.ts';

export const metadata: Metadata = { title: 'Files of figures' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ problem?: string | string[] }> };

const problems: Record<string, string> = {
  nothing: 'No file was chosen, or it is empty. Choose the data file as it was downloaded.',
  full: 'Too many files are waiting. Save or let go of one of them first.',
  broken: 'The file did not arrive whole. Send it once more.',
};

/** Files of published figures: what came in, and the way for the next one. */
export default async function ImportsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { imports, maps, limitMb } = await listImports(viewer);
  const problem = problems[String((await searchParams).problem)];
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Files of figures"
        lead="Bring in what the Department for Education publishes. You see what a file would do before anything is saved."
        crumbs={[{ href: `${base}/indicators`, label: 'Figures' }]}
      />
      {problem && (
        <Notice kind="warning" title="Nothing was taken" announce>
          <p>{problem}</p>
        </Notice>
      )}
      <section className="no-print">
        <h2>Send a file</h2>
        <p>
          Any data file of <i>Explore education statistics</i> will do. Only totals belong here: a file with a row for
          each child is refused and deleted at once.
        </p>
        <ImportUpload base={base} limitMb={limitMb} />
      </section>
      <h2>What came in</h2>
      {imports.length === 0 ? (
        <Empty title="No file yet">
          <p>Files that were sent are listed here, with what became of them.</p>
        </Empty>
      ) : (
        <Table
          caption="Files that were sent, newest first"
          hideCaption
          stack
          columns={[
            { label: 'File' },
            { label: 'Where it stands', keep: true },
            { label: 'What it brings' },
            { label: 'Sent by' },
            { label: 'When', keep: true },
          ]}
          rows={imports.map(({ id, fileName, state, preview, person, at }) => ({
            key: id,
            cells: [
              <a key="link" href={`${base}/indicators/import/${id}`} dir="auto">
                {fileWords(fileName)}
              </a>,
              stateWords[state],
              preview && (state === 'saved' || state === 'ready' || state === 'saving')
                ? `${count(preview.added, 'new value')}, ${preview.changed.toLocaleString('en-GB')} changed`
                : 'Nothing',
              person.name,
              `${formatShortDate(at)}, ${formatTime(at)}`,
            ],
          }))}
        />
      )}
      {maps.length > 0 && (
        <>
          <h2>Kinds of files that are known</h2>
          <p>What their columns mean was said once. The next file of the kind is read the same way.</p>
          <Table
            caption="Kinds of files"
            hideCaption
            stack
            columns={[
              { label: 'Kind' },
              { label: 'Figures', number: true },
              { label: 'Said by' },
              { label: 'When', keep: true },
            ]}
            rows={maps.map(({ id, name, rules, savedBy, savedAt }) => ({
              key: id,
              cells: [name, String(rules), savedBy.name, formatShortDate(savedAt)],
            }))}
          />
        </>
      )}
    </>
  );
}
