import type { Metadata } from 'next';
import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getThemeSettings } from '#lib/councils/queries.ts';
import { monthNames } from '#lib/format.ts';
import { removeTheme, saveTheme } from '#lib/themes/mutations.ts';

export const metadata: Metadata = { title: 'Themes and months' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };
type Theme = { name: string; month: number; question: string; priorities: string[] };

const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));

/** What each meeting of the year is about, and the priorities that it looks at. */
export default async function ThemesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { themes, priorities } = await getThemeSettings(viewer);
  const { saved } = await searchParams;
  const fieldsOf = ({ name, month, question, priorities: ticked }: Theme): SettingField[] => [
    { name: 'name', label: 'Name of the theme', value: name },
    { name: 'month', label: 'Month of its meeting', kind: 'choice', options: months, value: String(month) },
    { name: 'question', label: 'The question that the board asks', kind: 'lines', value: question },
    ...(priorities.length > 0
      ? [
          {
            name: 'priorities',
            label: 'Priorities it looks at',
            kind: 'ticks' as const,
            options: priorities,
            value: ticked.join(','),
          },
        ]
      : []),
  ];
  return (
    <SettingsPage
      viewer={viewer}
      part="themes"
      saved={saved}
      lead="Each meeting of the board has one theme. Over a year, all of the strategy comes up."
    >
      {priorities.length === 0 && (
        <p>
          There are no priorities yet: bring the <a href={`/${viewer.council.slug}/settings/strategy`}>strategy</a> in
          first, then each theme can name the priorities it looks at.
        </p>
      )}
      {themes.map(({ id, shown, ...theme }) => (
        <Details key={`${id} ${shown}`} summary={`${monthNames[theme.month - 1]}: ${theme.name}`}>
          <FieldsForm
            action={saveTheme}
            hidden={{ ...carried(viewer, shown), theme: id }}
            submit={`Save ${theme.name}`}
            prefix={`${id}-`}
            fields={fieldsOf(theme)}
          />
          <ActionForm action={removeTheme}>
            {Object.entries({ ...carried(viewer), theme: id }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton look="secondary">Remove {theme.name}</SubmitButton>
          </ActionForm>
        </Details>
      ))}
      <h2>Add a theme</h2>
      <FieldsForm
        key={String(saved)}
        action={saveTheme}
        hidden={{ ...carried(viewer), theme: '' }}
        submit="Add the theme"
        fields={fieldsOf({ name: '', month: 1, question: '', priorities: [] })}
      />
    </SettingsPage>
  );
}
