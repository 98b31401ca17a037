import { Neighbours } from '#components/promises/neighbours.tsx';
import { PromiseWork } from '#components/promises/promise-work.tsx';
import { RestsOn } from '#components/promises/rests-on.tsx';
import { EditLinks } from '#components/strategies/edit-links.tsx';
import { History } from '#components/strategies/history.tsx';
import { measuresMarkup } from '#components/strategies/measures-markup.ts';
import { promiseAddress } from '#components/strategies/tree-markup.ts';
import { WorkingNotes } from '#components/strategies/working-notes.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { YoungPeople } from '#components/voice/young-people.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { getPromise } from '#lib/promises/queries.ts';
import { verdictWords } from '#lib/promises/words.ts';
import { getPromiseVoice } from '#lib/voice/queries.ts';
import { notHeard } from '#lib/voice/words.ts';

/** One promise with its whole chain: what we do, what was last said, what shows it, figures, decisions. */
export async function PromiseView({
  viewer,
  number,
  strategyKey,
}: {
  viewer: Viewer;
  number: number;
  strategyKey?: string;
}) {
  const promise = await getPromise(viewer, number, strategyKey);
  const { strategy } = promise;
  const voice = await getPromiseVoice(viewer, promise);
  const young = voice.view?.verdict;
  const base = `/${viewer.council.slug}`;
  const place = { base, key: strategy.key, isInForce: strategy.isInForce };
  const { pledge = 'pledge' } = viewer.council.vocabulary;
  return (
    <>
      <PageHeading
        title={promise.plainTitle}
        lead={promise.plainWords}
        crumbs={[
          strategy.isInForce
            ? { href: `${base}/promises`, label: 'Promises' }
            : { href: `${base}/strategies/${strategy.key}`, label: strategy.title },
          ...promise.above.map((above) => ({ href: promiseAddress(place, above.number), label: above.plainTitle })),
        ]}
      >
        <SummaryList
          facts={[
            ['Strategy', !strategy.isInForce && `${strategy.title}, not the one in force`],
            [
              'We say',
              strategy.isInForce && (
                <StatusTag key="tag" kind={promise.verdict} label={verdictWords[promise.verdict]} />
              ),
            ],
            [
              'Young people say',
              strategy.isInForce &&
                (young ? <StatusTag key="young" kind={young} label={verdictWords[young]} /> : notHeard),
            ],
            ['Why', strategy.isInForce && promise.why],
            ['What changed', strategy.isInForce && promise.changed],
          ]}
        />
      </PageHeading>

      {promise.mayEdit && (
        <EditLinks
          base={base}
          strategy={strategy.key}
          noun="promise"
          name={promise.number}
          adds={['promise', 'measure']}
        />
      )}
      {strategy.isInForce && (
        <>
          <YoungPeople board={promise.verdict} voice={voice} answerPath={`${base}/promises/${number}/answer`} />
          <h2>How we decided</h2>
          <RestsOn
            promise={promise}
            statuses={viewer.council.statuses}
            threshold={viewer.council.rules.disclosureThreshold}
          />
        </>
      )}

      <h2>Promise {promise.number} in full</h2>
      <p>{promise.wording}</p>
      <p className="soft">The formal wording of the {pledge}, as it is kept here.</p>

      {promise.notes && <WorkingNotes notes={promise.notes} />}
      {promise.under.length > 0 && (
        <>
          <h2>Promises under it</h2>
          <ul>
            {promise.under.map((one) => (
              <li key={one.number}>
                {one.number}. <a href={promiseAddress(place, one.number)}>{one.plainTitle}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {promise.measures.length > 0 && (
        <>
          <h2>What is counted for it</h2>
          <Markup html={measuresMarkup(promise.measures, place, true)} />
        </>
      )}

      {strategy.isInForce || promise.commitments.length > 0 ? (
        <PromiseWork promise={promise} viewer={viewer} />
      ) : (
        <p>The strategy is not in force, and no commitments are kept behind this promise.</p>
      )}

      <History changes={promise.history} />
      <Neighbours place={place} before={promise.before} after={promise.after} />
    </>
  );
}
