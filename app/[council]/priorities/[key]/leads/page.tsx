import type { Metadata } from 'next';
import { Leading } from '#components/assignments/leading.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getLeading } from '#lib/assignments/hands.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Who leads a priority' };

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who leads a priority, who did, and for the administrator who shall. */
export default async function LeadsPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const leading = await getLeading(viewer, { key });
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Who leads a priority"
        lead={leading.title}
        crumbs={[
          { href: `${base}/strategy`, label: 'Strategy' },
          { href: `${base}/priorities/${key}`, label: leading.title },
        ]}
      />
      <Leading leading={leading} council={viewer.council.slug} asked={await searchParams} />
    </>
  );
}
