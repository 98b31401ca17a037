import { Details } from '#components/ui/details.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { formatDate } from '#lib/format.ts';
import type { getNeighbourSettings } from '#lib/neighbours/queries.ts';

type Sets = Awaited<ReturnType<typeof getNeighbourSettings>>['sets'];

/** Every set that was ever in use, the newest first, with its councils. */
export function SetList({ sets }: { sets: Sets }) {
  if (sets.length === 0) return <p>No set is chosen yet, so no mean of neighbours is shown.</p>;
  return sets.map(({ id, name, startsOn, source, model, chosenBy, isInUse, members }) => (
    <Details key={id} summary={isInUse ? `${name} (in use)` : name} open={isInUse}>
      <SummaryList
        facts={[
          ['From', formatDate(startsOn)],
          ['Chosen by', chosenBy?.name ?? 'Came with the product'],
          [model ? 'Source' : 'Why', source],
        ]}
      />
      <ol>
        {members.map((member) => (
          <li key={member.areaCode}>
            {member.name}
            {member.closeness && <span className="soft">: {member.closeness.toLowerCase()}</span>}
          </li>
        ))}
      </ol>
    </Details>
  ));
}
