import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { readLeads } from '#lib/commitments/leads.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { sendMessages } from '#lib/messages/sending.ts';
import { readPromises } from '#lib/promises/queries.ts';

/** Who leads any of these commitments today. */
export async function leadIdsOf(db: Db, commitmentIds: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const id of commitmentIds) ids.push(...(await readLeads(db, id)).map((lead) => lead.id));
  return ids;
}

/** The promise, the round and the answer as it stands; null where nobody said anything that could be answered. */
export async function loadAnswering(viewer: Viewer, db: Db, { number, roundId }: { number: number; roundId: string }) {
  const { councilId } = viewer;
  const promise = (await readPromises(db, clock())).find((one) => one.number === number);
  if (!promise) return null;
  const promiseId = promise.id;
  if ((await db.promiseRating.count({ where: { councilId, promiseId, roundId } })) === 0) return null;
  const leadIds = await leadIdsOf(db, promise.commitmentIds);
  const answer = await db.answer.findUnique({
    where: { councilId_promiseId_roundId: { councilId, promiseId, roundId } },
    select: { id: true, words: true, version: true, publishedAt: true, person: { select: { name: true } } },
  });
  const { plainTitle, plainWords } = promise;
  return { number, promiseId, roundId, plainTitle, plainWords, answer, leadIds };
}
export type Answering = NonNullable<Awaited<ReturnType<typeof loadAnswering>>>;

/** @returns the answer's id @throws Refusal when it was published, or somebody else has saved meanwhile */
export async function saveAnswer(
  { councilId, personId }: Viewer,
  db: Db,
  { promiseId, roundId, answer }: Answering,
  { words, version }: { words: string; version: number },
): Promise<string> {
  if (answer?.publishedAt)
    throw new Refusal('This answer is published, and stays as it is. The next round has its own.');
  if (!answer && version === 0) {
    const made = await db.answer.createManyAndReturn({
      data: [{ councilId, promiseId, roundId, words, personId }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made[0]) return made[0].id;
  }
  const { count } = await db.answer.updateMany({
    where: { councilId, promiseId, roundId, version, publishedAt: null },
    data: { words, personId, version: { increment: 1 } },
  });
  if (count === 1 && answer) return answer.id;
  throw new Refusal(
    'Somebody else has saved this answer meanwhile. Both texts are below: put them together, load the page and save again.',
    {
      ...(answer && { theirs: { words: answer.words } }),
    },
  );
}

/** What everybody reads from now on; the representatives are told. */
export async function publishAnswer(
  { councilId, council }: Viewer,
  db: Db,
  { number, promiseId, roundId, plainTitle }: Answering,
  id: string,
): Promise<void> {
  const now = clock();
  await db.answer.updateMany({ where: { councilId, id, publishedAt: null }, data: { publishedAt: now } });
  const representatives = await db.membership.findMany({
    where: { councilId, role: 'youngPeople', startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
    select: { personId: true },
    distinct: ['personId'],
  });
  await sendMessages(
    db,
    councilId,
    representatives.map(({ personId }) => ({
      personId,
      roundId,
      kind: 'answered' as const,
      key: `answer ${promiseId} ${roundId}`,
      subject: `You have an answer about promise ${number}`,
      body: `We have answered what young people said about promise ${number}, “${plainTitle}”.`,
      path: `/${council.slug}/promises/${number}#young-people`,
    })),
    now,
  );
}
