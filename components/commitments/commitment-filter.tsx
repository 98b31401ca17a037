import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/choices.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Filter } from '#lib/commitments/rules.ts';

type Option = { value: string; label: string };

/** Narrows the list by its address, so that a filtered list can be sent to somebody. Needs no script. */
export function CommitmentFilter({
  filter,
  priorities,
  standings,
  leads,
}: {
  filter: Filter;
  priorities: readonly Option[];
  standings: readonly Option[];
  leads: readonly Option[];
}) {
  const all = (label: string, options: readonly Option[]) => [{ value: '', label }, ...options];
  const sorts = [
    { value: '', label: 'Most urgent first' },
    { value: 'reference', label: 'By reference' },
  ];
  return (
    <form method="get" className="no-print grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-5">
      <TextInput name="q" label="Words" type="search" defaultValue={filter.q} />
      <Select name="priority" label="Priority" options={all('All', priorities)} defaultValue={filter.priority} />
      <Select name="standing" label="Status" options={all('All', standings)} defaultValue={filter.standing} />
      <Select name="lead" label="Lead" options={all('All', leads)} defaultValue={filter.lead} />
      <Select name="sort" label="Order" options={sorts} defaultValue={filter.sort} />
      <p className="actions">
        <Button look="secondary">Show these</Button>
        <a href="?">Show all</a>
      </p>
    </form>
  );
}
