import { Table } from '#components/ui/table.tsx';

type Step = { part: string; title: string; about: string; isDone: boolean };

/** The steps, each with whether it is done, in words. */
export function Steps({ steps, base }: { steps: readonly Step[]; base: string }) {
  return (
    <Table
      caption="Steps of the set-up"
      hideCaption
      stack
      columns={[{ label: 'Step' }, { label: 'What it is', bare: true }, { label: 'Done', keep: true }]}
      rows={steps.map(({ part, title, about, isDone }, index) => ({
        key: part,
        cells: [
          <a key="link" href={`${base}/settings/${part}`}>
            {index + 1}. {title}
          </a>,
          about,
          isDone ? 'Yes' : 'Not yet',
        ],
      }))}
    />
  );
}
