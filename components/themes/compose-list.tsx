import { ActionForm } from '#components/ui/action-form.tsx';
import { Select } from '#components/ui/choices.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { arrangeDashboard } from '#lib/themes/composing/mutations.ts';
import type { List } from '#lib/themes/composing/schema.ts';

type Item = { id: string; title: string; isHeadline?: boolean };

type Props = {
  list: List;
  /** The council, the theme and the version that the officer has seen. */
  carried: Record<string, string | number>;
  items: readonly Item[];
  /** What could be added; nothing is added to a list without it. */
  more?: readonly Item[] | undefined;
  /** What one of them is called: "figure". */
  noun: string;
  /** True where they cannot be taken out. */
  isFixed?: boolean;
};

/** A list whose members are moved by buttons, one step a press, with or without a script. */
export function ComposeList({ list, carried, items, more, noun, isFixed = false }: Props) {
  return (
    <div id={list} className="compose-list">
      {items.length > 0 && (
        <ActionForm action={arrangeDashboard}>
          <Hidden values={{ ...carried, list }} />
          <ol>
            {items.map((item, at) => (
              <li key={item.id}>
                <span>
                  {item.title}
                  {item.isHeadline && <span className="soft"> · comes first</span>}
                </span>
                <span className="compose-moves">
                  {at > 0 && <MoveButton move="up" item={item} label="Up" />}
                  {at < items.length - 1 && <MoveButton move="down" item={item} label="Down" />}
                  {item.isHeadline === false && <MoveButton move="first" item={item} label="Let it come first" />}
                  {item.isHeadline && <MoveButton move="later" item={item} label="Back to the others" />}
                  {!isFixed && <MoveButton move="out" item={item} label="Take out" />}
                </span>
              </li>
            ))}
          </ol>
        </ActionForm>
      )}
      {more && more.length > 0 && (
        <ActionForm action={arrangeDashboard}>
          <Hidden values={{ ...carried, list, move: 'add' }} />
          <Select
            name="add"
            id={`add-${list}`}
            label={`Another ${noun}`}
            options={[
              { value: '', label: `Choose a ${noun}` },
              ...more.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <SubmitButton look="secondary">Add this {noun}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

const MoveButton = ({ move, item, label }: { move: string; item: Item; label: string }) => (
  <SubmitButton look="link" name="move" value={`${move} ${item.id}`} sending="Saving…">
    {label}
    <span className="hidden-words">: {item.title}</span>
  </SubmitButton>
);

const Hidden = ({ values }: { values: Record<string, string | number> }) => (
  <>
    <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
