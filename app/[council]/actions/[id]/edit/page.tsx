import type { Metadata } from 'next';
import { ActionForm } from '#components/actions/action-form.tsx';
import { actionOptions } from '#components/actions/form-options.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getActionForm } from '#lib/actions/one.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Change an action' };

/** Everything about an action, for who plans its commitment. */
export default async function EditActionPage({ params }: { params: Promise<{ council: string; id: string }> }) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const { ref, slug, version, saved, choices } = await getActionForm(viewer, id);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Change this action"
        lead={saved.title}
        crumbs={[
          { href: `${base}/commitments/${slug}#actions`, label: ref },
          { href: `${base}/actions/${id}`, label: 'Action' },
        ]}
      />
      <ActionForm
        isNew={false}
        hidden={{
          council: viewer.council.slug,
          action: id,
          version: String(version),
          idempotencyKey: crypto.randomUUID(),
        }}
        saved={saved}
        options={actionOptions(choices)}
      />
    </>
  );
}
