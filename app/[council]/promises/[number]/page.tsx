import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { chainMarkup } from '#components/promises/chain-markup.ts';
import { figuresMarkup } from '#components/promises/figures-markup.ts';
import { Neighbours } from '#components/promises/neighbours.tsx';
import { RestsOn } from '#components/promises/rests-on.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { YoungPeople } from '#components/voice/young-people.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getPromise } from '#lib/promises/queries.ts';
import { verdictWords } from '#lib/promises/words.ts';
import { getPromiseVoice } from '#lib/voice/queries.ts';
import { notHeard } from '#lib/voice/words.ts';

type Props = { params: Promise<{ council: string; number: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Promise ${(await params).number}`,
});

/** One promise with its whole chain: what we do, what was last said, what shows it, figures, decisions. */
export default async function PromisePage({ params }: Props) {
  const { council, number } = await params;
  const viewer = await requireViewer(council);
  if (!/^[1-9]\d{0,3}$/.test(number)) notFound();
  const promise = await getPromise(viewer, Number(number));
  const voice = await getPromiseVoice(viewer, promise);
  const young = voice.view?.verdict;
  const base = `/${viewer.council.slug}`;
  const { board = 'board', pledge = 'pledge' } = viewer.council.vocabulary;
  return (
    <>
      <PageHeading
        title={promise.plainTitle}
        lead={promise.plainWords}
        crumbs={[{ href: `${base}/promises`, label: 'Promises' }]}
      >
        <SummaryList
          facts={[
            ['We say', <StatusTag key="tag" kind={promise.verdict} label={verdictWords[promise.verdict]} />],
            ['Young people say', young ? <StatusTag key="young" kind={young} label={verdictWords[young]} /> : notHeard],
            ['Why', promise.why],
            ['What changed', promise.changed],
          ]}
        />
      </PageHeading>

      <YoungPeople board={promise.verdict} voice={voice} answerPath={`${base}/promises/${number}/answer`} />

      <h2>How we decided</h2>
      <RestsOn
        promise={promise}
        statuses={viewer.council.statuses}
        threshold={viewer.council.rules.disclosureThreshold}
      />

      <h2>Promise {promise.number} in full</h2>
      <p>{promise.wording}</p>
      <p className="soft">The formal wording of the {pledge}, as it is kept here.</p>

      <h2>What we said we would do</h2>
      {promise.commitments.length > 0 ? (
        <>
          <p>{promise.whyLinked}</p>
          <Markup html={chainMarkup(promise, viewer.council.statuses, base)} />
        </>
      ) : (
        <Empty title="No commitment serves this promise yet" />
      )}

      <h2>What the figures say</h2>
      {promise.figures.length > 0 ? (
        <Markup html={figuresMarkup(promise.figures, base)} />
      ) : (
        <p>No published figure measures this promise. The updates above are all that we know of it.</p>
      )}

      <h2>What the {board} decided</h2>
      <p>No decision about this promise is recorded here yet.</p>

      <Neighbours base={base} before={promise.before} after={promise.after} />
    </>
  );
}
