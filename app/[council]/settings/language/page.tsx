import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { fieldsOfLanguage } from '#lib/councils/language.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveLanguage } from '#lib/councils/mutations.ts';
import { spareRows } from '#lib/councils/schema.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Language that cares' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function LanguagePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  const { language } = viewer.council;
  const now = fieldsOfLanguage(language);
  return (
    <SettingsPage
      viewer={viewer}
      part="language"
      saved={saved}
      lead="Whoever writes an update is told when they use a word that hurts. These are the words."
    >
      <p>
        To take a word away, empty its four boxes. There are {spareRows} empty rows at the end; save, and there are
        more.
      </p>
      <FieldsForm
        key={String(saved)}
        action={saveLanguage}
        hidden={carried(viewer, markOf(language))}
        submit="Save the language"
        fields={Array.from({ length: language.length + spareRows }, (_, index) => index + 1).flatMap((n) => [
          { name: `avoid${n}`, label: `Avoid (${n})`, group: `Word ${n}`, value: now[`avoid${n}`] ?? '' },
          { name: `prefer${n}`, label: `Say instead (${n})`, value: now[`prefer${n}`] ?? '' },
          { name: `why${n}`, label: `Why (${n}, optional)`, value: now[`why${n}`] ?? '' },
          {
            name: `unless${n}`,
            label: `But it is fine in (${n}, optional)`,
            hint: 'Phrases, with ; between them.',
            value: now[`unless${n}`] ?? '',
          },
        ])}
      />
    </SettingsPage>
  );
}
