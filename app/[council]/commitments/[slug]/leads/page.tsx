import type { Metadata } from 'next';
import { Leading } from '#components/assignments/leading.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getLeading } from '#lib/assignments/hands.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Who leads a commitment' };

type Props = {
  params: Promise<{ council: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who leads a commitment, who did, and for the administrator who shall. */
export default async function LeadsPage({ params, searchParams }: Props) {
  const { council, slug } = await params;
  const viewer = await requireViewer(council);
  const leading = await getLeading(viewer, { slug });
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Who leads a commitment"
        lead={leading.title}
        crumbs={[
          { href: `${base}/commitments`, label: 'Commitments' },
          { href: `${base}/commitments/${slug}`, label: leading.title },
        ]}
      />
      <Leading leading={leading} council={viewer.council.slug} asked={await searchParams} />
    </>
  );
}
