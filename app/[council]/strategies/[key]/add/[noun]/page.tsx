import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RowForm } from '#components/strategies/row-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { nouns } from '#lib/strategies/editing/fields.ts';
import { getAddForm } from '#lib/strategies/editing/queries.ts';

export const metadata: Metadata = { title: 'Add to the strategy' };

type Props = {
  params: Promise<{ council: string; key: string; noun: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Adds a priority, commitment, promise or measure, alone or under another. */
export default async function AddPage({ params, searchParams }: Props) {
  const { council, key, noun: asked } = await params;
  const viewer = await requireViewer(council);
  const noun = nouns.find((one) => one === asked && one !== 'strategy') ?? notFound();
  const given = Object.entries(await searchParams).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const form = await getAddForm(viewer, key, noun, Object.fromEntries(given));
  const { slug } = viewer.council;
  return (
    <>
      <PageHeading
        title={`Add a ${noun}`}
        lead={`To the ${form.strategy.title}.`}
        crumbs={[{ href: `/${slug}/strategies/${key}`, label: form.strategy.title }]}
      />
      <RowForm council={slug} idempotencyKey={crypto.randomUUID()} strategy={key} noun={noun} fields={form.fields} />
    </>
  );
}
