import type { SettingPart } from '#components/indicators/settings/part.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { Table } from '#components/ui/table.tsx';
import { formatShortDate } from '#lib/format.ts';
import { setTarget } from '#lib/indicators/targets/mutations.ts';
import { valueWords } from '#lib/indicators/words/rules.ts';

/** The targets that hold and those that were superseded, and the form for one more. */
export function TargetSettings({ viewer, indicator, mark, defined }: SettingPart) {
  const { targets, definition } = defined;
  const words = (value: number) =>
    valueWords(
      value,
      definition.unit,
      Number.isInteger(value) ? definition.decimals : Math.max(definition.decimals, 1),
    );
  return (
    <>
      <h2 id="targets">Targets</h2>
      {targets.length === 0 ? (
        <p>No target is set. Without one nothing is said of how far it is from where the board wants it.</p>
      ) : (
        <Table
          caption="Targets"
          hideCaption
          stack
          columns={[{ label: 'By', keep: true }, { label: 'Target' }, { label: 'Set' }, { label: 'Why' }]}
          rows={targets.map(({ id, dueOn, value, tolerance, setBy, setOn, reason, isSuperseded }) => ({
            key: id,
            cells: [
              formatShortDate(new Date(dueOn)),
              `${words(value)}, ${tolerance === 0 ? 'no tolerance' : `within ${words(tolerance)}`}${isSuperseded ? ' (superseded)' : ''}`,
              `${setBy}, ${formatShortDate(setOn)}`,
              reason,
            ],
          }))}
        />
      )}
      {definition.polarity === 'none' ? (
        <p>Neither up nor down is good here, so there is nothing to aim for.</p>
      ) : (
        <Details summary="Set a target">
          <FieldsForm
            key={`target ${mark}`}
            action={setTarget}
            hidden={{ ...carried(viewer), indicator }}
            submit="Set the target"
            prefix="target-"
            look="secondary"
            fields={[
              {
                name: 'value',
                label: 'Value to reach',
                hint: `A number alone, in ${definition.unit === '%' ? 'per cent' : 'what it is counted in'}.`,
                value: '',
              },
              {
                name: 'tolerance',
                label: 'How far off still counts as near',
                hint: 'In the same unit. 0 for none.',
                value: '',
              },
              {
                name: 'dueOn',
                label: 'By which day',
                hint: 'A target for a day that has one already takes its place; the old one stays in the list.',
                kind: 'date',
                value: '',
              },
              { name: 'reason', label: 'Why this value and this tolerance', kind: 'lines', value: '' },
            ]}
          />
        </Details>
      )}
    </>
  );
}
