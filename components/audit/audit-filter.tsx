import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/choices.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type AuditFilters, nobody } from '#lib/audit/filters.ts';
import { wordsOfOperation } from '#lib/audit/words.ts';

type Props = {
  filters: AuditFilters;
  people: readonly { id: string; name: string }[];
  operations: readonly string[];
};

/** Narrows the trail by its address, so that what somebody found can be sent to somebody else. Needs no script. */
export function AuditFilter({ filters, people, operations }: Props) {
  const who = [
    { value: '', label: 'Everybody' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    { value: nobody, label: 'Nobody signed in' },
  ];
  const what = operations
    .map((operation) => ({ value: operation, label: wordsOfOperation(operation) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB'));
  return (
    <form method="get" className="no-print grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      <Select name="person" label="Who" options={who} defaultValue={filters.person ?? ''} />
      <Select
        name="operation"
        label="What they did"
        options={[{ value: '', label: 'Anything' }, ...what]}
        defaultValue={filters.operation ?? ''}
      />
      <TextInput name="subject" label="To what" type="search" defaultValue={filters.subject} />
      <TextInput name="from" label="From" type="date" defaultValue={filters.from} />
      <TextInput name="to" label="To" type="date" defaultValue={filters.to} />
      <p className="actions">
        <Button look="secondary">Show these</Button>
        <a href="?">Show all</a>
      </p>
    </form>
  );
}
