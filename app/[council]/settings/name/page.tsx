import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveName } from '#lib/councils/mutations.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Name and colour' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function NamePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  const { name, shortName, colour } = viewer.council;
  return (
    <SettingsPage viewer={viewer} part="name" saved={saved} lead="What stands at the top of every page.">
      <FieldsForm
        key={String(saved)}
        action={saveName}
        hidden={carried(viewer, markOf({ name, shortName, colour }))}
        submit="Save the name"
        fields={[
          { name: 'name', label: 'Full name', value: name },
          { name: 'shortName', label: 'Short name', hint: 'At the top of every page.', value: shortName },
          {
            name: 'colour',
            label: 'Colour',
            hint: 'A line of it at the top of every page.',
            kind: 'color',
            value: colour,
          },
        ]}
      />
    </SettingsPage>
  );
}
