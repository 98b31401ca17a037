import type { SettingPart } from '#components/indicators/settings/part.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { saveIndicatorCare } from '#lib/indicators/editing/mutations.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { periodExample } from '#lib/indicators/periods/typed.ts';

/** Who looks after a figure, by when its values are expected, and where it starts from. */
export function CareForm({ viewer, indicator, mark, defined }: SettingPart) {
  const { care, definition, people, expected } = defined;
  const { baselinePeriod, baselineValue, expectedAfterMonths, minimumGroup } = definition;
  return (
    <>
      <h2>Who looks after it</h2>
      <SummaryList
        facts={[
          ['Owner', expected?.owner ?? 'Nobody. Nobody is told when a value is late'],
          [
            'Expected',
            expectedAfterMonths === null
              ? 'Nobody has said by when'
              : `${expectedAfterMonths} months after the end of a period`,
          ],
          ['Verdicts', `For groups of ${minimumGroup} and more`],
          [
            'Starts from',
            baselinePeriod &&
              `${periodWords(definition.periodType, baselinePeriod)}${baselineValue === null ? '' : `: ${Number(baselineValue)}`}`,
          ],
        ]}
      />
      <Details summary="Change who looks after it, and by when">
        <FieldsForm
          key={`care ${mark}`}
          action={saveIndicatorCare}
          hidden={{ ...carried(viewer, care.shown), indicator }}
          submit="Save who looks after it"
          prefix="care-"
          fields={[
            {
              name: 'owner',
              label: 'Owner',
              hint: 'They see to it that each value comes, and are told when one is late.',
              kind: 'choice',
              options: [{ value: '', label: 'Nobody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))],
              value: care.fields.owner,
            },
            {
              name: 'expectedAfterMonths',
              label: 'Months after the end of a period by which its value is expected',
              hint: 'The Department publishes figures of 31 March in November: 8. Empty where nobody can say.',
              kind: 'number',
              value: care.fields.expectedAfterMonths,
            },
            {
              name: 'minimumGroup',
              label: 'Smallest group that gets a verdict',
              hint: 'Below it, one child moves the figure too far. 30 is usual.',
              kind: 'number',
              value: care.fields.minimumGroup,
            },
            {
              name: 'baselinePeriod',
              label: 'Period that the strategy starts from (optional)',
              hint: `Type it like ${periodExample[definition.periodType]}.`,
              value: care.fields.baselinePeriod,
            },
            {
              name: 'baselineValue',
              label: 'Its value, only where none is recorded for it (optional)',
              value: care.fields.baselineValue,
            },
          ]}
        />
      </Details>
    </>
  );
}
