import { meaningFields } from '#components/indicators/settings/fields.ts';
import type { SettingPart } from '#components/indicators/settings/part.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { formatDate } from '#lib/format.ts';
import { saveMeaning } from '#lib/indicators/editing/mutations.ts';

type Props = SettingPart & { sources: readonly { id: string; name: string; licence: string }[] };

/** What is counted, its versions, and how its small numbers are hidden. */
export function MeaningForm({ viewer, indicator, mark, defined, sources }: Props) {
  const { meaning, versions, hasValues, earliestBreak } = defined;
  return (
    <>
      <h2>What is counted</h2>
      <ul>
        {versions.map(({ id, version, startsOn, breakReason }) => (
          <li key={id}>
            Version {version}, counted since {formatDate(startsOn)}
            {breakReason && `: ${breakReason}`}
          </li>
        ))}
      </ul>
      <p>
        How small numbers of its source are hidden is decided under{' '}
        <a href={`/${viewer.council.slug}/settings/disclosure`}>Small numbers</a>.
      </p>
      <Details summary="Change what is counted">
        {hasValues && (
          <p>
            There are values already. A change here begins a new version: the line of the figure breaks at the day you
            give, the two sides are never compared, and targets and the direction have to be set anew.
          </p>
        )}
        <FieldsForm
          key={`meaning ${mark}`}
          action={saveMeaning}
          hidden={{ ...carried(viewer, meaning.shown), indicator }}
          submit={hasValues ? 'Begin a new version' : 'Save what is counted'}
          prefix="meaning-"
          fields={[
            ...meaningFields(meaning.fields, sources),
            ...(hasValues
              ? [
                  {
                    name: 'breakReason',
                    label: 'Why is it counted in another way?',
                    kind: 'lines' as const,
                    value: '',
                  },
                  {
                    name: 'startsOn',
                    label: 'First day that is counted in the new way',
                    hint: `On ${formatDate(new Date(earliestBreak))} or later.`,
                    kind: 'date' as const,
                    value: '',
                  },
                ]
              : []),
          ]}
        />
      </Details>
    </>
  );
}
