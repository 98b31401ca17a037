import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/choices.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ActionFilter as Filter, View } from '#lib/actions/filter.ts';
import type { ActionList } from '#lib/actions/queries.ts';
import { actionStatuses } from '#lib/actions/rules.ts';
import { statusWords } from '#lib/actions/words.ts';

const dues = [
  { value: '', label: 'Any day' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'soon', label: 'In the next 14 days' },
  { value: 'none', label: 'No day yet' },
];
const statuses = [
  { value: '', label: 'Any' },
  { value: 'open', label: 'Still to be done' },
  ...actionStatuses.map((status) => ({ value: status, label: statusWords[status] })),
];

type Props = { filter: Filter; view: View; options: ActionList['options'] };

/** Narrows the list by its address, so that a filtered list can be sent to somebody. Needs no script. */
export function ActionFilter({ filter, view, options }: Props) {
  const of = (kind: string, first: readonly { value: string; label: string }[]) => [
    ...first,
    ...options
      .filter((option) => option.kind === kind)
      .map(({ value, label, isHere }) => ({ value, label: isHere ? label : `${label} (has left)` })),
  ];
  const owners = [
    { value: '', label: 'Anybody' },
    { value: 'me', label: 'Me' },
    { value: 'none', label: 'Nobody' },
  ];
  const month = dues.some(({ value }) => value === filter.due) ? [] : [{ value: filter.due, label: filter.due }];
  return (
    <form method="get" className="no-print grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      <TextInput name="q" label="Words" type="search" defaultValue={filter.q} />
      <Select name="owner" label="Owner" options={of('owner', owners)} defaultValue={filter.owner} />
      <Select name="status" label="Status" options={statuses} defaultValue={filter.status} />
      <Select name="due" label="Due" options={[...dues, ...month]} defaultValue={filter.due} />
      <Select
        name="priority"
        label="Priority"
        options={of('priority', [{ value: '', label: 'All' }])}
        defaultValue={filter.priority}
      />
      <Select
        name="organisation"
        label="Organisation"
        options={of('organisation', [{ value: '', label: 'Any' }])}
        defaultValue={filter.organisation}
      />
      {view !== 'list' && <input type="hidden" name="view" value={view} />}
      {filter.commitment && <input type="hidden" name="commitment" value={filter.commitment} />}
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      <p className="actions">
        <Button look="secondary">Show these</Button>
        <a href={view === 'list' ? '?' : `?view=${view}`}>Show all</a>
      </p>
    </form>
  );
}
