import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CarryForm } from '#components/strategies/carry-form.tsx';
import { History } from '#components/strategies/history.tsx';
import { RemoveForm } from '#components/strategies/remove-form.tsx';
import { RowForm } from '#components/strategies/row-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { nouns } from '#lib/strategies/editing/fields.ts';
import { getEditForm } from '#lib/strategies/editing/queries.ts';

export const metadata: Metadata = { title: 'Edit' };

type Props = { params: Promise<{ council: string; key: string; row?: string[] }> };

/** Edits the strategy, or one row of it: what was adopted, the working notes, and where it stands. */
export default async function EditPage({ params }: Props) {
  const { council, key, row = [] } = await params;
  const viewer = await requireViewer(council);
  const [asked = 'strategy', encoded = ''] = row;
  const noun = nouns.find((one) => one === asked) ?? notFound();
  const name = decodeURIComponent(encoded);
  const form = await getEditForm(viewer, key, noun, name);
  const { slug } = viewer.council;
  const what = noun === 'strategy' ? form.strategy.title : /^\d+$/.test(name) ? `${noun} ${name}` : name;
  const shared = { council: slug, strategy: key, noun };
  return (
    <>
      <PageHeading
        title={`Edit ${what}`}
        lead="What was adopted is kept apart from what the council adds for itself."
        crumbs={[
          { href: `/${slug}/strategies/${key}`, label: form.strategy.title },
          ...(noun === 'strategy' ? [] : [{ href: form.address, label: `This ${noun}` }]),
        ]}
      />
      <RowForm
        {...shared}
        idempotencyKey={crypto.randomUUID()}
        fields={form.fields}
        existing={{ name, version: form.version, needsReason: form.needsReason }}
      />
      {form.next && (
        <CarryForm
          council={slug}
          idempotencyKey={crypto.randomUUID()}
          strategy={key}
          commitment={name}
          next={form.next}
        />
      )}
      {noun !== 'strategy' && <RemoveForm {...shared} name={name} version={form.version} />}
      <History changes={form.history} />
    </>
  );
}
