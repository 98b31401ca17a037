import type { Metadata } from 'next';
import { OrderNote } from '#components/strategies/order-note.tsx';
import { prioritiesMarkup } from '#components/strategies/priorities-markup.ts';
import { promiseListMarkup } from '#components/strategies/promise-list-markup.ts';
import { statisticsMarkup } from '#components/strategies/statistics-markup.ts';
import { themesMarkup } from '#components/strategies/themes-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getStrategy } from '#lib/strategies/queries.ts';
import { flattened, nested, priorityOrder } from '#lib/strategies/rules.ts';
import { adoptionWords, holdsWords, yearsWords } from '#lib/strategies/words.ts';

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<{ order?: string | string[] }>;
};

export const metadata: Metadata = { title: 'Strategy' };

/** The strategy in force: what it asks, its priorities, promises, themes, and the numbers it prints. */
export default async function StrategyPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const order = priorityOrder((await searchParams).order);
  const strategy = await getStrategy(viewer);
  const { slug, statuses, vocabulary } = viewer.council;
  const base = `/${slug}`;
  const commitments = strategy.priorities.reduce((sum, { commitments }) => sum + commitments.length, 0);
  return (
    <>
      <PageHeading
        title={strategy.title}
        lead={`${holdsWords({ priorities: strategy.priorities.length, commitments, promises: strategy.promises.length })}, for the ${vocabulary.childrenInCare ?? 'children in care'}.`}
      >
        <SummaryList
          facts={[
            ['Years', yearsWords(strategy)],
            ['Put for adoption to', adoptionWords(strategy)],
          ]}
        />
      </PageHeading>
      {strategy.note && (
        <Notice title="About this strategy">
          <p>{strategy.note}</p>
        </Notice>
      )}

      <p>
        <a href={`${base}/strategies/${strategy.key}`}>The whole strategy, with every commitment in order</a>
        {' · '}
        <a href={`${base}/strategies`}>All strategies, earlier ones too</a>
      </p>

      {strategy.testQuestions.length > 0 && (
        <>
          <h2>{strategy.testQuestions.length === 2 ? 'Two questions' : 'Questions'} to test every decision</h2>
          <ol className="questions">
            {strategy.testQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </>
      )}

      <h2 id="priorities">Priorities</h2>
      <OrderNote order={order} page={`${base}/strategy`} rows={strategy.priorities} />
      <Markup html={prioritiesMarkup(flattened(nested(strategy.priorities, order)), statuses, base)} />

      <h2>Promises</h2>
      {strategy.promises.length > 0 ? (
        <Markup html={promiseListMarkup(strategy.promises, base)} />
      ) : (
        <p>No promises are kept for this strategy. The note at the top says what its source has.</p>
      )}

      <h2>Themes of the year</h2>
      <Markup html={themesMarkup(strategy.themes, base)} />

      <h2>Figures printed in the strategy</h2>
      <p>
        These are the numbers as the document prints them, with what it prints beside them. They are not brought up to
        date here: the <a href={`${base}/indicators`}>indicators</a> are.
      </p>
      <Markup html={statisticsMarkup(strategy.statistics)} />
      <p className="soft">
        Counts and totals from the Department for Education are Crown copyright, used under the Open Government Licence
        v3.0.
      </p>
    </>
  );
}
