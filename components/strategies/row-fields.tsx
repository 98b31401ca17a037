import { Checkboxes } from '#components/ui/checkboxes.tsx';
import { Select } from '#components/ui/choices.tsx';
import { Details } from '#components/ui/details.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import type { FieldView } from '#lib/strategies/editing/queries.ts';

type Shown = { name: string; error?: string; theirs?: string; defaultValue: string };
type Props = {
  fields: readonly FieldView[];
  field: (name: string, saved: string) => Shown;
  /** Stands after the adopted wording. */
  reason?: React.ReactNode;
};

const groups = [
  { group: 'adopted', title: 'Adopted wording' },
  { group: 'working', title: 'Working notes and links' },
  { group: 'place', title: 'Where it stands' },
] as const;

/** The fields of a row in three groups: what was adopted, what is the council's own, and where it stands. */
export function RowFields({ fields, field, reason }: Props) {
  return groups.map(({ group, title }) => {
    const own = fields.filter((one) => one.group === group);
    return own.length === 0 ? null : (
      <section key={group} aria-label={title}>
        <h2>{title}</h2>
        {own.map((one) => (
          <RowField key={one.name} view={one} shown={field(one.name, one.value)} />
        ))}
        {group === 'adopted' && reason}
      </section>
    );
  });
}

function RowField({ view, shown }: { view: FieldView; shown: Shown }) {
  const { label, hint, kind, options } = view;
  const { defaultValue, ...rest } = shown;
  const words = { ...rest, label, hint };
  if (kind === 'choice') return <Select {...words} options={options} defaultValue={defaultValue} />;
  if (kind === 'many') {
    const chosen = defaultValue.split(',').filter(Boolean);
    return (
      <Details summary={`${label} (${chosen.length} of ${options.length})`}>
        <Checkboxes {...words} options={options} chosen={chosen} />
      </Details>
    );
  }
  if (kind === 'text' || kind === 'lines') return <TextArea {...words} defaultValue={defaultValue} />;
  if (kind === 'date') return <TextInput {...words} type="date" defaultValue={defaultValue} />;
  return <TextInput {...words} inputMode={kind === 'number' ? 'numeric' : undefined} defaultValue={defaultValue} />;
}
