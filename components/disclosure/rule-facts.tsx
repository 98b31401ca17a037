import { Details } from '#components/ui/details.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { Table } from '#components/ui/table.tsx';
import type { RuleHistory } from '#lib/disclosure/queries.ts';
import { ruleWords } from '#lib/disclosure/words.ts';
import { formatDate } from '#lib/format.ts';

type Decided = { decidedBy: { name: string } | null; decidedOn: Date };

const whoAndWhen = ({ decidedBy, decidedOn }: Decided) =>
  `${decidedBy?.name ?? 'Nobody here: it came with the figures'}, ${formatDate(decidedOn)}`;

/** The rule that holds in words, who decided on it and why; then those that come, and those that held. */
export function RuleFacts({ name, of: { rule, coming, history } }: { name: string; of: RuleHistory }) {
  return (
    <>
      {rule ? (
        <>
          <ul>
            {ruleWords(rule).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <SummaryList
            facts={[
              ['Decided by', whoAndWhen(rule)],
              ['Holds since', formatDate(rule.startsOn)],
              ['Why', rule.reason],
            ]}
          />
        </>
      ) : (
        <p>It has no rule of its own: the council’s rule holds.</p>
      )}
      {coming.map((one) => (
        <p key={one.id}>
          <b>From {formatDate(one.startsOn)}:</b> {ruleWords(one).join(' ')} {one.reason} ({whoAndWhen(one)})
        </p>
      ))}
      {history.length > 0 && (
        <Details summary={`Earlier rules (${history.length})`}>
          <Table
            caption={`Earlier rules: ${name}`}
            hideCaption
            stack
            columns={[{ label: 'Held from' }, { label: 'Rule' }, { label: 'Why' }, { label: 'Decided by' }]}
            rows={history.map((one) => ({
              key: one.id,
              cells: [formatDate(one.startsOn), ruleWords(one).join(' '), one.reason, whoAndWhen(one)],
            }))}
          />
        </Details>
      )}
    </>
  );
}
