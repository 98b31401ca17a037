import { FieldsForm } from '#components/settings/fields-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { noteFigure, saveThemeText } from '#lib/themes/composing/mutations.ts';
import type { Composing } from '#lib/themes/composing/queries.ts';

type Carried = { council: string; theme: string };

const carry = (carried: Carried, shown = '') => ({ ...carried, idempotencyKey: crypto.randomUUID(), shown });

/** The analyst's note on each figure. */
export function NoteForms({ figures, carried }: { figures: Composing['figures']; carried: Carried }) {
  return figures.map(({ id, title, note, noted, shown }) => (
    <Details key={`${id} ${shown}`} summary={`${title}: ${noted ? `note of ${noted}` : 'no note yet'}`}>
      <FieldsForm
        action={noteFigure}
        hidden={{ ...carry(carried, shown), figure: id }}
        prefix={`${id}-`}
        submit="Save the note"
        fields={[
          {
            name: 'note',
            label: `What the board should know of “${title}”`,
            hint: 'Your name and the day stand beside it. Leave it empty to take it away.',
            kind: 'lines',
            value: note,
          },
        ]}
      />
    </Details>
  ));
}

/** The officer's own texts, and an empty form for another. */
export function TextForms({ texts, carried, saved }: { texts: Composing['texts']; carried: Carried; saved: string }) {
  return (
    <>
      {texts.map(({ id, title, body, written, shown }) => (
        <Details key={`${id} ${shown}`} summary={`${title}: ${written}`}>
          <FieldsForm
            action={saveThemeText}
            hidden={{ ...carry(carried, shown), text: id }}
            prefix={`${id}-`}
            submit="Save the text"
            fields={fieldsOf(title, body)}
          />
        </Details>
      ))}
      <h3>Add a text</h3>
      <FieldsForm
        key={saved}
        action={saveThemeText}
        hidden={{ ...carry(carried), text: '' }}
        submit="Add the text"
        fields={fieldsOf('', '')}
      />
    </>
  );
}

const fieldsOf = (heading: string, body: string) => [
  { name: 'heading', label: 'Heading', value: heading },
  {
    name: 'body',
    label: 'Text',
    hint: 'Every member of the council can read it at once. An empty line begins a new paragraph.',
    kind: 'lines' as const,
    value: body,
  },
];
