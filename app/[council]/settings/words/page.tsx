import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveWords } from '#lib/councils/mutations.ts';
import { usualWords } from '#lib/councils/usual.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Words' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function WordsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  const { vocabulary } = viewer.council;
  return (
    <SettingsPage
      viewer={viewer}
      part="words"
      saved={saved}
      lead="Pledgeboard says what you say. Change a word, and every page has it. Empty is the usual word."
    >
      <FieldsForm
        key={String(saved)}
        action={saveWords}
        hidden={carried(viewer, markOf(vocabulary))}
        submit="Save the words"
        fields={usualWords.map(({ key, usual, meaning }) => ({
          name: key,
          label: `Your word for “${usual}”`,
          hint: meaning,
          value: vocabulary[key] ?? usual,
        }))}
      />
    </SettingsPage>
  );
}
