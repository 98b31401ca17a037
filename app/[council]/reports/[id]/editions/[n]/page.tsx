import type { Metadata } from 'next';
import { Done } from '#components/reports/saved.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, formatTime } from '#lib/format.ts';
import { reportHtml } from '#lib/reports/html.ts';
import { getEdition } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Annual report' };

type Props = {
  params: Promise<{ council: string; id: string; n: string }>;
  searchParams: Promise<{ frozen?: string | string[] }>;
};

/** One frozen edition, drawn from its snapshot alone: the same for ever. */
export default async function EditionPage({ params, searchParams }: Props) {
  const { council, id, n } = await params;
  const viewer = await requireViewer(council);
  const { document, edition, editions, frozenBy, frozenAt, hash } = await getEdition(viewer, id, n);
  const base = `/${viewer.council.slug}/reports`;
  const at = new Date(frozenAt);
  const address = `${base}/${id}/editions/${edition}`;
  const pages = { report: address, appendices: `${address}/appendices` };
  const others = editions.filter((other) => other !== edition);
  return (
    <>
      <PageHeading title={document.title} crumbs={[{ href: base, label: 'Reports' }]}>
        <SummaryList
          facts={[
            ['Edition', `${edition}${editions.at(-1) === edition ? '' : ', not the latest'}`],
            ['Frozen', `${formatDate(at)} at ${formatTime(at)} by ${frozenBy}`],
            ['Fingerprint', <code key="hash">{hash}</code>],
            [
              'Others',
              others.length > 0 && (
                <ul key="others">
                  {others.map((other) => (
                    <li key={other}>
                      <a href={`${base}/${id}/editions/${other}`}>Edition {other}</a>
                    </li>
                  ))}
                </ul>
              ),
            ],
          ]}
        />
      </PageHeading>
      {(await searchParams).frozen === '1' && (
        <Done>Frozen as edition {edition}. Everybody in the council can read it from now on.</Done>
      )}
      <p className="actions">
        <ButtonLink href={`${address}/word`} look="secondary">
          Download as a Word document
        </ButtonLink>
      </p>
      <Markup html={reportHtml(document, { part: 'report', pages })} />
    </>
  );
}
