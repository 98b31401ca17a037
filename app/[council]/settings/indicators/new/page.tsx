import type { Metadata } from 'next';
import { meaningFields, noMeaning, polarityFields, wordFields } from '#components/indicators/settings/fields.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { addIndicator } from '#lib/indicators/editing/mutations.ts';
import { listSourcesToChoose } from '#lib/indicators/editing/queries.ts';

export const metadata: Metadata = { title: 'Add a figure' };

/** A figure of the council's own. */
export default async function NewIndicatorPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const sources = await listSourcesToChoose(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Add a figure"
        lead="Say what it means before anybody records a value: once there are values, a change of meaning breaks the line."
        crumbs={[{ href: `${base}/settings/indicators`, label: 'Set up figures' }]}
      />
      <FieldsForm
        action={addIndicator}
        hidden={carried(viewer)}
        submit="Add the figure"
        fields={[
          ...wordFields({ title: '', question: '' }),
          ...meaningFields(noMeaning, sources),
          ...polarityFields({ polarity: 'none', polarityNote: '' }),
        ]}
      />
    </>
  );
}
