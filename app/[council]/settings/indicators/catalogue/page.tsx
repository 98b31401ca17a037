import type { Metadata } from 'next';
import { CatalogueForm } from '#components/indicators/settings/catalogue-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getCatalogue } from '#lib/indicators/catalogue/queries.ts';
import { goodWords } from '#lib/indicators/words/rules.ts';

export const metadata: Metadata = { title: 'Catalogue of figures' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<{ taken?: string | string[] }>;
};

/** The figures that councils are compared by: choose some, and they are set up. */
export default async function CataloguePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const groups = await getCatalogue(viewer);
  const { taken } = await searchParams;
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Catalogue of figures"
        lead="The figures that councils are compared by, and those that boards keep of their own."
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/settings/indicators`, label: 'Set up figures' },
        ]}
      />
      {taken && (
        <Notice kind="success" title="Added" announce>
          <p>
            <a href={`${base}/settings/indicators`}>Give each an owner, and confirm which way is good.</a>
          </p>
        </Notice>
      )}
      <p>
        Which way is good is as the Department’s own tool for comparing councils has it. It waits for a person of the
        council to confirm it.
      </p>
      <CatalogueForm
        key={String(taken)}
        hidden={carried(viewer)}
        groups={groups.map(({ group, entries }) => ({
          group,
          entries: entries.map(({ key, title, question, polarity, isHere }) => ({
            key,
            title,
            about: `${question} ${goodWords[polarity]}.`,
            isHere,
          })),
        }))}
      />
    </>
  );
}
