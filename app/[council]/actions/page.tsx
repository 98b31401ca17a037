import type { Metadata } from 'next';
import { ActionFilter } from '#components/actions/action-filter.tsx';
import { ActionsShown } from '#components/actions/actions-shown.tsx';
import { pageLinks, viewLinks } from '#components/actions/views.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { addressOf, isWhole, readActionFilter, readPage, readView } from '#lib/actions/filter.ts';
import { listActions, pageSize } from '#lib/actions/queries.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';

export const metadata: Metadata = { title: 'Actions' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What is to be done under the commitments: a list, a board and a timeline of the same actions. */
export default async function ActionsPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const viewer = await requireViewer((await params).council);
  const [filter, view, page] = [readActionFilter(asked), readView(asked.view), readPage(asked.page)];
  const list = await listActions(viewer, { filter, view, page });
  const pages = view === 'list' ? Math.ceil(list.matching / pageSize) : 1;
  const given = typeof asked.given === 'string' && /^\d{1,5}$/.test(asked.given) ? Number(asked.given) : 0;
  return (
    <>
      {given > 0 && <Notice kind="success" title={`${count(given, 'action')} given to somebody else`} announce />}
      {typeof asked.moved === 'string' && <Notice kind="success" title="Moved" announce />}
      <PageHeading
        title="Actions"
        lead="What is to be done under each commitment: who does it, and by when."
        crumbs={[{ href: `/${viewer.council.slug}/commitments`, label: 'Commitments' }]}
      />
      <ActionFilter filter={filter} view={view} options={list.options} />
      <Markup html={viewLinks(filter, view)} />
      {list.matching > 0 && (
        <>
          <h2>{count(list.matching, 'action')}</h2>
          <ActionsShown list={list} filter={filter} view={view} viewer={viewer} />
          <Pages html={pageLinks(filter, page, pages)} />
        </>
      )}
      {list.matching === 0 && (
        <Empty title={page > 1 ? 'This page is empty' : isWhole(filter) ? 'No actions yet' : 'No action fits'}>
          <p>
            {page > 1 || !isWhole(filter) ? (
              <a href={page > 1 ? addressOf(filter) : '?'}>{page > 1 ? 'Go to the first page' : 'Show all actions'}</a>
            ) : (
              'An action is added on the page of its commitment.'
            )}
          </p>
        </Empty>
      )}
    </>
  );
}

const Pages = ({ html }: { html: ReturnType<typeof pageLinks> }) => html && <Markup html={html} />;
