import { Radios, Select } from '#components/ui/choices.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import type { TextField } from '#lib/reports/template.ts';

type Shown = { name: string; error?: string; theirs?: string; defaultValue?: string };

/** The control for one text of the template. */
export function ReportField({ field, shown }: { field: TextField; shown: Shown }) {
  const { label, hint, options = [], required } = field;
  const words = { ...shown, label: required ? label : `${label} (optional)`, hint };
  switch (field.kind) {
    case 'line':
      return <TextInput {...words} maxLength={300} />;
    case 'date':
      return <TextInput {...words} type="date" />;
    case 'choice':
      return required ? (
        <Radios {...words} options={options.map((value) => ({ value, label: value }))} />
      ) : (
        <Select {...words} options={['', ...options].map((value) => ({ value, label: value || 'Not decided yet' }))} />
      );
    case 'paragraphs':
      return <TextArea {...words} rows={5} />;
    case 'list':
      return <TextArea {...words} rows={3} />;
  }
}
