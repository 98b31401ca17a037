import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { printedTable } from '#components/strategies/printed-markup.ts';
import { Details } from '#components/ui/details.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { linkStatistic } from '#lib/strategies/printed/mutations.ts';
import { getPrinted } from '#lib/strategies/printed/queries.ts';

export const metadata: Metadata = { title: 'Printed beside published' };

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** The numbers that a strategy prints, each beside the one that its source publishes for the same day. */
export default async function PrintedPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const { strategy, linked, others, mayLink, linkable } = await getPrinted(viewer, key);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}`;
  const of = (state: string) => linked.filter((one) => one.state === state).length;
  return (
    <>
      <PageHeading
        title="Printed beside published"
        lead={`What ${strategy.title} prints, and what its sources publish for the same day.`}
        crumbs={[
          { href: `${base}/strategies`, label: 'Strategies' },
          { href: `${base}/strategies/${key}`, label: strategy.title },
        ]}
      />
      {saved && <Notice kind="success" title="Saved" announce />}
      {linked.length === 0 ? (
        <Empty title="Nothing to compare yet">
          <p>None of its printed numbers is linked to a published figure.</p>
        </Empty>
      ) : (
        <>
          <p>
            {count(linked.length, 'printed number')} of {linked.length + others.length} can be laid beside a published
            one: {of('same')} the same, {of('differs')} different, {of('hidden')} hidden by the source.
          </p>
          <Markup html={printedTable(linked, base)} />
        </>
      )}
      {others.length > 0 && (
        <p>
          The other {others.length} are printed only: surveys, the council’s own records, and days of which no figure is
          here. <a href={`${base}/strategies/${key}#figures`}>See all that are printed</a>.
        </p>
      )}
      {mayLink && (
        <Details summary="Link a printed number to a published figure">
          <FieldsForm
            key={String(saved)}
            action={linkStatistic}
            hidden={carried(viewer)}
            submit="Save the link"
            fields={[
              {
                name: 'statistic',
                label: 'Printed number',
                kind: 'choice',
                options: [...linked, ...others]
                  .toSorted((one, other) => one.order - other.order)
                  .map(({ id, order, measure }) => ({ value: id, label: `${order}. ${measure}` })),
                value: (others[0] ?? linked[0])?.id ?? '',
              },
              { name: 'indicator', label: 'Published figure', kind: 'choice', options: figures('None'), value: '' },
              {
                name: 'also',
                label: 'Another one that its words fit as well',
                hint: 'Such as that of another age, where the strategy gives no age.',
                kind: 'choice',
                options: figures('None'),
                value: '',
              },
              { name: 'period', label: 'Of which period', hint: 'Such as 31 March 2022, or 2021/22.', value: '' },
            ]}
          />
        </Details>
      )}
    </>
  );

  function figures(none: string) {
    return [{ value: '', label: none }, ...linkable.map((one) => ({ value: one.key, label: one.title }))];
  }
}
