import type { Metadata } from 'next';
import { hiddenTable } from '#components/disclosure/hidden-table.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getHidden } from '#lib/disclosure/hidden.ts';
import { ruleWords } from '#lib/disclosure/words.ts';
import { formatDate } from '#lib/format.ts';

export const metadata: Metadata = { title: 'What is hidden' };

/** The one page that shows small numbers, and only to who decides how they are hidden. */
export default async function HiddenPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const sources = await getHidden(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="What is hidden, and why"
        lead="Of the two newest periods of each figure of the council. Everybody else sees [c] in all of these places."
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/settings/disclosure`, label: 'Small numbers' },
        ]}
      />
      <Notice kind="warning" title="This page shows small numbers">
        <p>
          They could point at a child. Do not copy, print or pass them on. That you looked is in the list of everything
          that happened.
        </p>
      </Notice>
      {sources.length === 0 && (
        <Empty title="Nothing is hidden">
          <p>No number of the two newest periods has to be hidden under the rules that hold.</p>
        </Empty>
      )}
      {sources.map(({ source, isOwn, rule, decidedBy, decidedOn, numbers }) => (
        <section key={source}>
          <h2>{source}</h2>
          <p>
            {isOwn ? 'Its own rule' : 'The council’s rule'}: {ruleWords(rule).join(' ')} Decided by{' '}
            {decidedBy ?? 'nobody here: it came with the figures'}, {formatDate(decidedOn)}.{' '}
            <a href={`${base}/settings/disclosure`}>Change it</a>
          </p>
          <Markup html={hiddenTable(source, numbers, base)} />
        </section>
      ))}
    </>
  );
}
