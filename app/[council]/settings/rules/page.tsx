import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import { saveRules } from '#lib/councils/mutations.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Board rules' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function RulesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  const { saved } = await searchParams;
  const { rules, contact } = viewer.council;
  return (
    <SettingsPage
      viewer={viewer}
      part="rules"
      saved={saved}
      lead="Reporting follows the board: every meeting has a round, counted back from it in working days."
    >
      <FieldsForm
        key={String(saved)}
        action={saveRules}
        hidden={carried(viewer, markOf({ ...rules, contact }))}
        submit="Save the rules"
        fields={[
          {
            name: 'roundOpensWorkingDaysBefore',
            label: 'A round opens so many working days before the meeting',
            hint: '20 is four weeks.',
            kind: 'number',
            value: String(rules.roundOpensWorkingDaysBefore),
          },
          {
            name: 'updatesDueWorkingDaysBefore',
            label: 'Updates are due so many working days before',
            hint: '5 is one week: the day on which papers go out.',
            kind: 'number',
            value: String(rules.updatesDueWorkingDaysBefore),
          },
          {
            name: 'roundClosesWorkingDaysBefore',
            label: 'The round closes so many working days before',
            hint: '1 is the day before. Until then, who is late is reminded.',
            kind: 'number',
            value: String(rules.roundClosesWorkingDaysBefore),
          },
          {
            name: 'papers',
            label: 'Who may read the papers of a meeting before it?',
            kind: 'choice',
            options: [
              { value: 'private', label: 'Members of the board' },
              { value: 'public', label: 'Everybody' },
            ],
            value: rules.papers,
          },
          {
            name: 'contact',
            label: 'Who answers questions about this site? (optional)',
            hint: 'A sentence with a way to reach them.',
            kind: 'lines',
            value: contact,
          },
        ]}
      />
    </SettingsPage>
  );
}
