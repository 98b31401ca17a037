import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveRoleNames } from '#lib/councils/mutations.ts';
import { roleKinds, roleMeanings, roleName } from '#lib/councils/roles.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Roles' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function RolesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  return (
    <SettingsPage
      viewer={viewer}
      part="roles"
      saved={saved}
      lead="What each role may do is the same everywhere; what you call it is yours."
    >
      <FieldsForm
        key={String(saved)}
        action={saveRoleNames}
        hidden={carried(viewer, markOf(viewer.council.roleNames))}
        submit="Save the roles"
        fields={roleKinds.map((role) => ({
          name: role,
          label: `Your name for “${roleName({ roleNames: {}, vocabulary: {} }, role)}”`,
          hint: roleMeanings[role],
          value: roleName(viewer.council, role),
        }))}
      />
    </SettingsPage>
  );
}
