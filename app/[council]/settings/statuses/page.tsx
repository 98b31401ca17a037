import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveStatuses } from '#lib/councils/mutations.ts';
import { statusKinds } from '#lib/councils/settings.ts';
import { usualSettings } from '#lib/councils/usual.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Statuses' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function StatusesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  const { statuses } = viewer.council;
  return (
    <SettingsPage
      viewer={viewer}
      part="statuses"
      saved={saved}
      lead="Everybody must mean the same by a status. Which there are is fixed, so that figures can be compared; their words are yours."
    >
      <FieldsForm
        key={String(saved)}
        action={saveStatuses}
        hidden={carried(viewer, markOf(statuses))}
        submit="Save the statuses"
        fields={statusKinds.flatMap((kind) => {
          const usual = usualSettings.statuses.find(({ key }) => key === kind);
          const own = statuses.find(({ key }) => key === kind) ?? usual;
          return [
            {
              name: `${kind}Label`,
              label: `“${usual?.label}” is called`,
              group: usual?.label,
              value: own?.label ?? '',
            },
            { name: `${kind}Meaning`, label: `“${usual?.label}” means`, kind: 'lines', value: own?.meaning ?? '' },
          ];
        })}
      />
    </SettingsPage>
  );
}
