import type { Metadata } from 'next';
import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, formatDay } from '#lib/format.ts';
import { removeMeeting, saveMeeting } from '#lib/meetings/mutations.ts';
import { getMeetingSettings } from '#lib/meetings/settings.ts';

export const metadata: Metadata = { title: 'Meetings' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** The meetings that are still to come; each has its round, counted back by the board rules. */
export default async function MeetingsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { themes, meetings } = await getMeetingSettings(viewer);
  const { saved } = await searchParams;
  const fieldsOf = (now: { theme: string; date: string; time: string; place: string }): SettingField[] => [
    { name: 'theme', label: 'Theme', kind: 'choice', options: themes, value: now.theme },
    { name: 'date', label: 'Day', kind: 'date', value: now.date },
    { name: 'time', label: 'Time', kind: 'time', value: now.time },
    { name: 'place', label: 'Place', value: now.place },
  ];
  return (
    <SettingsPage
      viewer={viewer}
      part="meetings"
      saved={saved}
      lead="A meeting brings its reporting round with it: leads are asked before it, by the board rules."
    >
      {meetings.map(({ id, shown, now, round, startsAt, themeName }) => (
        <Details key={`${id} ${shown}`} summary={`${formatDay(startsAt)}: ${themeName}`}>
          {round && (
            <p>
              Its round opens on {formatDate(round.opensOn)}, updates are due on {formatDate(round.dueOn)}, and it
              closes on {formatDate(round.closesOn)}.
            </p>
          )}
          <FieldsForm
            action={saveMeeting}
            hidden={{ ...carried(viewer, shown), meeting: id }}
            submit="Save the meeting"
            prefix={`${id}-`}
            fields={fieldsOf(now)}
          />
          <ActionForm action={removeMeeting}>
            {Object.entries({ ...carried(viewer), meeting: id }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton look="secondary">Remove the meeting</SubmitButton>
          </ActionForm>
        </Details>
      ))}
      <h2>Add a meeting</h2>
      {themes.length === 0 ? (
        <Empty title="There is no theme yet">
          <p>
            A meeting is about a theme: <a href={`/${viewer.council.slug}/settings/themes`}>add a theme first</a>.
          </p>
        </Empty>
      ) : (
        <FieldsForm
          key={String(saved)}
          action={saveMeeting}
          hidden={{ ...carried(viewer), meeting: '' }}
          submit="Add the meeting"
          fields={fieldsOf({ theme: themes[0]?.value ?? '', date: '', time: '16:30', place: '' })}
        />
      )}
    </SettingsPage>
  );
}
