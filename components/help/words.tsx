import { SummaryList } from '#components/ui/summary-list.tsx';

/** What each word of the screens means, in the council's own words where it has them. */
export function Words({ vocabulary }: { vocabulary: Readonly<Record<string, string>> }) {
  const say = (key: string, otherwise: string) => {
    const word = vocabulary[key] ?? otherwise;
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  };
  return (
    <SummaryList
      facts={[
        [say('strategy', 'strategy'), 'What the council wants for the children it cares for, over some years.'],
        [say('priority', 'priority'), 'One of the main aims of the strategy.'],
        [say('commitment', 'commitment'), 'One thing that the strategy says will be done, such as “Home 4”.'],
        [say('action', 'action'), 'A step of a commitment, with a person and a day.'],
        [say('promise', 'promise'), 'What children were promised, in words meant for them. Commitments serve it.'],
        [say('lead', 'lead'), 'The person who answers for a commitment and says how it goes.'],
        [say('round', 'round'), 'The weeks before a meeting in which every lead gives an update.'],
        [
          say('update', 'update'),
          'What a lead says of a commitment. A second person approves it before anyone else sees it. Once published it is never changed; a later one takes its place.',
        ],
        ['Evidence', 'A link to what shows that an update is true.'],
        ['Figure', 'A published number about children, with its source and its date.'],
        ['Theme', 'What one meeting of the board is about. Each has a dashboard.'],
        ['Report', 'What goes before the council once a year. When it is frozen it never changes again.'],
      ]}
    />
  );
}
