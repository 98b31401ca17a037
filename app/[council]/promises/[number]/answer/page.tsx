import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { AnswerForm } from '#components/voice/answer-form.tsx';
import { RoundSaid } from '#components/voice/round-said.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getPromise } from '#lib/promises/queries.ts';
import { isPromiseNumber } from '#lib/promises/rules.ts';
import { getAnswering, getPromiseVoice } from '#lib/voice/queries.ts';

export const metadata: Metadata = { title: 'Answer young people' };

type Props = {
  params: Promise<{ council: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What young people said of a promise in a round, and the answer to it. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { council, number } = await params;
  const viewer = await requireViewer(council);
  const { round: roundId, saved } = await searchParams;
  if (!isPromiseNumber(number) || typeof roundId !== 'string') notFound();
  const answering = await getAnswering(viewer, Number(number), roundId);
  const { rounds } = await getPromiseVoice(viewer, await getPromise(viewer, Number(number)));
  const round = rounds.find((one) => one.roundId === roundId);
  const { answer, plainTitle, mayPublish } = answering;
  const base = `/${viewer.council.slug}/promises`;
  return (
    <>
      {saved !== undefined && <Notice kind="success" title="Saved. It is not published yet." announce />}
      <PageHeading
        title={`Answer young people: ${plainTitle}`}
        lead="Say what you will do, by when, or why not. Write to them, in short words."
        crumbs={[
          { href: base, label: 'Promises' },
          { href: `${base}/${number}`, label: `Promise ${number}` },
        ]}
      />
      {round && (
        <>
          <h2>What they said</h2>
          <RoundSaid round={round} answerPath={null} />
        </>
      )}
      {answer?.publishedAt ? (
        <Notice title="This answer is published, and stays as it is." />
      ) : (
        <AnswerForm
          // A save makes the form anew.
          key={answer?.version ?? 0}
          fields={{
            council: viewer.council.slug,
            idempotencyKey: crypto.randomUUID(),
            promise: number,
            round: roundId,
            version: String(answer?.version ?? 0),
          }}
          words={answer?.words ?? ''}
          mayPublish={mayPublish}
        />
      )}
    </>
  );
}
