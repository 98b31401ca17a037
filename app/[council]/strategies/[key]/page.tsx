import type { Metadata } from 'next';
import { EditLinks } from '#components/strategies/edit-links.tsx';
import { History } from '#components/strategies/history.tsx';
import { measuresMarkup } from '#components/strategies/measures-markup.ts';
import { OrderNote } from '#components/strategies/order-note.tsx';
import { statisticsMarkup } from '#components/strategies/statistics-markup.ts';
import { StrategyFacts } from '#components/strategies/strategy-facts.tsx';
import { priorityTreeMarkup, promiseTreeMarkup } from '#components/strategies/tree-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { flattened, priorityOrder } from '#lib/strategies/rules.ts';
import { getWholeStrategy } from '#lib/strategies/whole.ts';
import { holdsWords } from '#lib/strategies/words.ts';

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<{ order?: string | string[] }>;
};

export const metadata: Metadata = { title: 'A strategy as a whole' };

/** Any strategy whole: its priorities, commitments and promises as trees, its measures, and what it prints. */
export default async function WholeStrategyPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const order = priorityOrder((await searchParams).order);
  const strategy = await getWholeStrategy(viewer, key, order);
  const base = `/${viewer.council.slug}`;
  const place = { base, key, isInForce: strategy.phase === 'inForce' };
  const { priorities, promises, measures, statistics, testQuestions } = strategy;
  const commitments = flattened(priorities).reduce((sum, row) => sum + flattened(row.commitments).length, 0);
  return (
    <>
      <PageHeading
        title={strategy.title}
        lead={`${holdsWords({ priorities: flattened(priorities).length, commitments, promises: flattened(promises).length })}, as the strategy has them.`}
        crumbs={[{ href: `${base}/strategies`, label: 'Strategies' }]}
      >
        <StrategyFacts strategy={strategy} base={base} />
      </PageHeading>
      {strategy.note && (
        <Notice title="About this strategy, and what its source does not say">
          <p>{strategy.note}</p>
        </Notice>
      )}
      {strategy.mayEdit && (
        <EditLinks base={base} strategy={key} noun="strategy" adds={['priority', 'promise', 'measure']} />
      )}
      {testQuestions.length > 0 && (
        <>
          <h2>To test every decision</h2>
          <ol className="questions">
            {testQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </>
      )}

      <h2 id="priorities">Priorities and commitments</h2>
      {priorities.length > 0 ? (
        <>
          <OrderNote order={order} page={`${base}/strategies/${key}`} rows={flattened(priorities)} />
          <Markup html={priorityTreeMarkup(priorities, place, viewer.council.statuses)} />
        </>
      ) : (
        <p>No priorities are kept for this strategy. The note at the top says why.</p>
      )}

      <h2 id="promises">Promises and what is counted for them</h2>
      {promises.length > 0 ? (
        <Markup html={promiseTreeMarkup(promises, place)} />
      ) : (
        <p>No promises are kept for this strategy.</p>
      )}

      {measures.length > 0 && (
        <>
          <h2 id="success">How it would be known that it worked</h2>
          <Markup html={measuresMarkup(measures, place, true)} />
        </>
      )}

      {statistics.length > 0 && (
        <>
          <h2 id="figures">Figures printed in the strategy</h2>
          <p>
            These are the numbers as the document prints them, with what it prints beside them.{' '}
            <a href={`${base}/strategies/${key}/figures`}>See them beside what is published</a>.
          </p>
          <Markup html={statisticsMarkup(statistics)} />
        </>
      )}
      <History changes={strategy.history} />
    </>
  );
}
