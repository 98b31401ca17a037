import type { SettingField } from '#components/settings/fields-form.tsx';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { periodExample } from '#lib/indicators/periods/typed.ts';
import { symbolWords } from '#lib/indicators/values/rules.ts';

type Definition = {
  unit: string;
  decimals: number;
  periodType: PeriodType;
  numeratorMeaning: string | null;
  denominatorMeaning: string | null;
};

/** The form of one value: counts where the figure is a share, the value alone where it is none. */
export function valueFields(
  { unit, decimals, periodType, numeratorMeaning, denominatorMeaning }: Definition,
  areas: readonly { id: string; name: string }[],
  begin: { area: string; period: string },
): SettingField[] {
  const isShare = unit === '%' || unit === 'rate';
  const places = decimals === 0 ? 'a whole number' : `${decimals} decimal${decimals === 1 ? '' : 's'}`;
  return [
    {
      name: 'area',
      label: 'Of which area',
      kind: 'choice',
      options: areas.map(({ id, name }) => ({ value: id, label: name })),
      value: begin.area,
    },
    { name: 'period', label: 'Period', hint: `Type it like ${periodExample[periodType]}.`, value: begin.period },
    ...(isShare
      ? [
          {
            name: 'numerator',
            label: 'How many',
            hint: numeratorMeaning ?? undefined,
            kind: 'number' as const,
            value: '',
          },
          {
            name: 'denominator',
            label: 'Out of how many',
            hint: denominatorMeaning ?? undefined,
            kind: 'number' as const,
            value: '',
          },
        ]
      : []),
    {
      name: 'value',
      label: isShare ? 'The value, only where there are no counts' : 'Value',
      hint: isShare
        ? `Leave it empty where you gave the counts: it is worked out from them, as ${places}.`
        : `A number alone, as ${places}.`,
      value: '',
    },
    {
      name: 'symbol',
      label: 'If there is no number, why?',
      kind: 'choice',
      options: [
        { value: '', label: 'There is a number' },
        ...Object.entries(symbolWords).map(([value, label]) => ({ value, label })),
      ],
      value: '',
    },
  ];
}
