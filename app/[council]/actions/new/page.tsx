import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '#components/actions/action-form.tsx';
import { actionOptions } from '#components/actions/form-options.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getNewActionForm } from '#lib/actions/one.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Add an action' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A new action under the commitment that the address names. */
export default async function NewActionPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { commitment } = await searchParams;
  if (typeof commitment !== 'string') return notFound();
  const { ref, slug, choices } = await getNewActionForm(viewer, commitment);
  return (
    <>
      <PageHeading
        title={`Add an action to ${ref}`}
        crumbs={[{ href: `/${viewer.council.slug}/commitments/${slug}#actions`, label: ref }]}
      />
      <ActionForm
        isNew
        hidden={{ council: viewer.council.slug, commitment: slug, idempotencyKey: crypto.randomUUID() }}
        saved={{ status: 'notStarted' }}
        options={actionOptions(choices)}
      />
    </>
  );
}
