import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { decideRule } from '#lib/disclosure/mutations.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { bases } from '#lib/disclosure/schema.ts';

type Props = {
  /** The council, the key of the form and what it was shown. */
  carried: Record<string, string>;
  /** The id of the source; empty for the council's own rule. */
  source: string;
  /** What the fields start from. */
  rule: DisclosureRule;
  /** 2026-11-22: the first day that can be chosen. */
  today: string;
};

/** A new rule takes the place of the one that holds; it needs a reason. */
export function RuleForm({ carried, source, rule, today }: Props) {
  const begins: SettingField[] = [
    { name: 'startsOn', label: 'Holds from', hint: 'Today or a later day.', kind: 'date', value: today },
  ];
  return (
    <FieldsForm
      action={decideRule}
      hidden={{ ...carried, source }}
      submit={source === '' ? 'Decide the council’s rule' : 'Decide the rule of this source'}
      prefix={`${source || 'council'}-`}
      fields={[
        {
          name: 'threshold',
          label: 'Counts from 1 to this number are hidden',
          hint: '5 is usual; health services hide 1 to 7. 0 hides none.',
          kind: 'number',
          value: String(rule.threshold),
        },
        {
          name: 'zeros',
          label: 'A zero',
          kind: 'choice',
          options: [
            { value: 'shown', label: 'is shown as a zero' },
            { value: 'hidden', label: 'is hidden like a small count' },
          ],
          value: rule.zeros,
        },
        {
          name: 'roundTo',
          label: 'What is shown is rounded to',
          kind: 'choice',
          options: bases.map((base) => ({
            value: base,
            label: base === '1' ? 'nothing: as it is' : `the nearest ${base}`,
          })),
          value: String(rule.roundTo),
        },
        {
          name: 'minimumDenominator',
          label: 'A share is shown of a group of at least',
          hint: '0 sets no minimum.',
          kind: 'number',
          value: String(rule.minimumDenominator),
        },
        {
          name: 'protectsRest',
          label: 'Those who were not counted',
          hint: '17 of 20 says that 3 were not. Where the source has published such shares itself, hiding them protects nobody.',
          kind: 'choice',
          options: [
            { value: 'yes', label: 'are protected as well' },
            { value: 'no', label: 'are not: the source has published the shares' },
          ],
          value: rule.protectsRest ? 'yes' : 'no',
        },
        ...(source === '' ? [] : begins),
        { name: 'reason', label: 'Why', hint: 'It stays with the rule.', kind: 'lines', value: '' },
      ]}
    />
  );
}
