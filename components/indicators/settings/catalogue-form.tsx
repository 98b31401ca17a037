'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { takeFromCatalogue } from '#lib/indicators/catalogue/mutations.ts';

type Entry = { key: string; title: string; about: string; isHere: boolean };
type Props = { hidden: Record<string, string>; groups: readonly { group: string; entries: readonly Entry[] }[] };

/** The catalogue as boxes to tick, under its headings; what the council has is said in words, not offered again. */
export function CatalogueForm({ hidden, groups }: Props) {
  const { state, formAction, valueFor } = useFormAction(takeFromCatalogue);
  const ticked = valueFor('indicators').split(',');
  const first = groups.flatMap(({ entries }) => entries).find(({ isHere }) => !isHere)?.key;
  const idOf = (key: string) => (key === first ? 'indicators' : `take-${key}`);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map(({ group, entries }) => (
        <fieldset className="field" key={group}>
          <legend className="label">{group}</legend>
          <div className="options">
            {entries.map(({ key, title, about, isHere }) =>
              isHere ? (
                <p key={key}>
                  <b>{title}</b> <span className="soft">The council has this one already.</span>
                </p>
              ) : (
                <label className="option" key={key}>
                  <input
                    type="checkbox"
                    name="indicators"
                    value={key}
                    id={idOf(key)}
                    defaultChecked={ticked.includes(key)}
                  />
                  <span>
                    {title}
                    <br />
                    <span className="soft">{about}</span>
                  </span>
                </label>
              ),
            )}
          </div>
        </fieldset>
      ))}
      <p className="actions">
        <SubmitButton sending="Adding…">Add what is ticked</SubmitButton>
      </p>
    </form>
  );
}
