import type { Metadata } from 'next';
import { Leading } from '#components/assignments/leading.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getLeading } from '#lib/assignments/hands.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Who does an action' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who does an action, who did, and for the administrator who shall. */
export default async function LeadsPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const leading = await getLeading(viewer, { action: id });
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Who does an action"
        lead={leading.title}
        crumbs={[
          { href: `${base}/actions`, label: 'Actions' },
          { href: `${base}/actions/${id}`, label: leading.title },
        ]}
      />
      <Leading leading={leading} council={viewer.council.slug} asked={await searchParams} />
    </>
  );
}
