import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { readLeads } from '#lib/commitments/leads.ts';
import type { Status } from '#lib/councils/settings.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { selectEvidence } from '#lib/evidence/rules.ts';
import { formatTime } from '#lib/format.ts';
import { type RoundRow, readRounds, today } from '#lib/rounds/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { type Draft, linksOf, toFields } from '#lib/updates/drafts.ts';
import { closedSentence } from '#lib/updates/words.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const text = { status: true, reason: true, done: true, difference: true, howWeKnow: true, next: true } as const;
const links = { evidence: { select: selectEvidence, orderBy: { id: 'asc' } } } as const;
const selectWorking = {
  ...text,
  ...links,
  id: true,
  version: true,
  state: true,
  comment: true,
  savedAt: true,
  submittedAt: true,
  authorId: true,
  author: { select: { name: true } },
} as const;

export type Working = NonNullable<Awaited<ReturnType<typeof readWorking>>>;

/** The commitment of the strategy in force that an update is written for: who may write today, the open round, what stands already. */
export async function loadWriting(viewer: Viewer, db: Db, slug: string) {
  const { councilId } = viewer;
  const strategy = await readStrategyFacts(db);
  const commitment = await db.commitment.findFirst({
    where: { councilId, slug, priority: { strategyId: { in: strategy ? [strategy.id] : [] } } },
    select: { id: true, ref: true, slug: true, title: true, wording: true },
  });
  if (!commitment) return null;
  const rounds = await readRounds(db);
  const round = openRound(rounds, today());
  const leadIds = (await readLeads(db, commitment.id)).map((lead) => lead.id);
  const working = await readWorking(db, councilId, commitment.id, round);
  const last = await db.update.findFirst({
    where: { councilId, commitmentId: commitment.id, state: 'published' },
    orderBy: { publishedAt: 'desc' },
    select: {
      ...text,
      ...links,
      id: true,
      submittedAt: true,
      publishedAt: true,
      round: { select: { meeting: { select: { startsAt: true } } } },
    },
  });
  return { ...commitment, rounds, round, leadIds, working, last };
}
export type Writing = NonNullable<Awaited<ReturnType<typeof loadWriting>>>;

const sentIn = (roundId: string): Prisma.UpdateWhereInput => ({
  state: { in: ['submitted', 'approved'] },
  roundId,
});

/** What is being written: the open round's row, or what was begun in an earlier round and never sent. */
async function readWorking(db: Db, councilId: string, commitmentId: string, round: RoundRow | null) {
  return db.update.findFirst({
    where: {
      councilId,
      commitmentId,
      OR: [{ state: { in: ['draft', 'returned'] } }, ...(round ? [sentIn(round.id)] : [])],
    },
    orderBy: [{ round: { opensOn: 'desc' } }],
    select: selectWorking,
  });
}

type Save = { state?: 'draft' | 'submitted'; submittedAt?: Date };

/**
 * Writes the one working row of this commitment in the open round.
 * @param version what the form was shown; 0 when there was nothing yet
 * @returns the row and its new version
 * @throws Refusal with the other person's text when the row has moved on: nobody's words are overwritten unseen
 */
export async function saveWorking(
  viewer: Viewer,
  db: Db,
  writing: Writing,
  { draft, version, save = {} }: { draft: Draft; version: number; save?: Save },
): Promise<{ id: string; version: number }> {
  const { round, working } = writing;
  if (!round) {
    const closed = closedSentence(writing.rounds, today());
    throw new Refusal(`${closed} Nothing was sent; your words are kept here.`);
  }
  const { councilId, personId } = viewer;
  const { status, reason, done, difference, howWeKnow, next } = draft;
  const content = {
    reason,
    done,
    difference,
    howWeKnow,
    next,
    authorId: personId,
    roundId: round.id,
    savedAt: clock(),
    ...save,
  };
  let id: string | undefined;
  if (version === 0) {
    const rows = await db.update.createManyAndReturn({
      data: { councilId, commitmentId: writing.id, demo: viewer.council.demo, status, ...content },
      skipDuplicates: true,
      select: { id: true },
    });
    id = rows[0]?.id;
  } else if (working) {
    const { count } = await db.update.updateMany({
      where: { councilId, id: working.id, version, state: { in: ['draft', 'returned'] } },
      data: { ...content, status: status ?? working.status, version: { increment: 1 } },
    });
    if (count === 1) id = working.id;
  }
  if (!id) throw stale(viewer, await readWorking(db, councilId, writing.id, round));
  await db.evidence.deleteMany({ where: { councilId, updateId: id, fileHash: null } });
  const evidence = linksOf(draft).map((link) => ({ councilId, updateId: id, ...link }));
  if (evidence.length > 0) await db.evidence.createMany({ data: evidence });
  return { id, version: version + 1 };
}

/** When a save comes too late: their words beside the person's own, and the version to go on from. */
function stale(viewer: Viewer, theirs: Working | null): Refusal {
  if (!theirs) {
    return new Refusal(
      'This update was published while you were writing. Your words are kept below: send them as a new update.',
      {
        theirs: { version: '0' },
      },
    );
  }
  const who = theirs.authorId === viewer.personId ? 'You, in another window,' : theirs.author.name;
  const when = formatTime(theirs.savedAt);
  const fields = toFields(theirs);
  if (theirs.state === 'submitted' || theirs.state === 'approved') {
    const sentence = `${who} sent an update at ${when}. Yours is kept below. Only one can be read at a time: to change it, the update that was sent must be taken back.`;
    return new Refusal(sentence, {
      theirs: { ...fields, version: String(theirs.version), state: theirs.state },
    });
  }
  return new Refusal(
    `${who} saved this at ${when}, while you were writing. Yours is in the boxes, theirs is beside it.`,
    {
      theirs: { ...fields, version: String(theirs.version), state: theirs.state },
    },
  );
}

/** The status that a new one is held against. */
export const previousStatus = (writing: Pick<Writing, 'last'>): Status | null => writing.last?.status ?? null;
