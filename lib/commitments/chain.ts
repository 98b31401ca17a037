import 'server-only';
import { notFound } from 'next/navigation';
import { everything } from '#lib/actions/filter.ts';
import { readActions } from '#lib/actions/matching.ts';
import { whoDeputises, whoLeads } from '#lib/assignments/rules.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { readLeads } from '#lib/commitments/leads.ts';
import type { Db } from '#lib/db.ts';
import { selectEvidence } from '#lib/evidence/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { readFigure } from '#lib/indicators/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { confirmedSince, openRound } from '#lib/rounds/rules.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { freshness, standing } from '#lib/updates/rules.ts';

const selectSaid = {
  id: true,
  status: true,
  reason: true,
  done: true,
  difference: true,
  howWeKnow: true,
  next: true,
  demo: true,
  submittedAt: true,
  publishedAt: true,
  author: { select: { name: true } },
  publisher: { select: { name: true } },
  _count: { select: { revisions: true } },
  evidence: { select: selectEvidence, orderBy: { id: 'asc' } },
  round: { select: { meeting: { select: { startsAt: true } } } },
} as const;

const named = { ref: true, slug: true, title: true } as const;

/** One commitment with its whole chain: promises, actions, figures, and what was said of it, newest first. */
export const getCommitment = query(async (viewer, db, slug: string) => {
  const { councilId } = viewer;
  const now = clock();
  const commitment = await db.commitment.findFirst({
    where: { councilId, slug },
    select: {
      id: true,
      ref: true,
      slug: true,
      title: true,
      wording: true,
      notes: true,
      parent: { select: named },
      children: { select: named, orderBy: { publishedOrder: 'asc' } },
      carriedFrom: { select: { ...named, priority: { select: { strategy: { select: { title: true } } } } } },
      carriedTo: { select: { ...named, priority: { select: { strategy: { select: { title: true } } } } } },
      priority: {
        select: {
          strategy: { select: { key: true } },
          key: true,
          title: true,
          themes: { select: { theme: { select: { slug: true, name: true } } } },
        },
      },
      promises: { select: { promise: { select: { number: true, plainTitle: true } } } },
      indicators: { select: { indicator: { select: { key: true } } } },
      updates: { where: { state: 'published' }, select: selectSaid, orderBy: { publishedAt: 'desc' } },
    },
  });
  if (!commitment) return notFound();
  const strategy = (await readStrategyFacts(db, commitment.priority.strategy.key)) ?? notFound();
  const rounds = await readRounds(db);
  const holders = await readLeads(db, commitment.id);
  const actions = await readActions(viewer, db, { ...everything, commitment: slug });
  const keys = commitment.indicators.map(({ indicator }) => indicator.key);
  const found = keys.length > 0 ? await readIndicators(db, now, { keys }) : [];
  const figures = found.flatMap((one) => {
    const figure = readFigure(one, isoDay(now));
    return figure ? [{ figure, theme: one.themes[0] ?? null }] : [];
  });
  const leadIds = holders.map((holder) => holder.id);
  const working = can.readUnpublished(viewer, { leadIds }) ? await readUnpublished(viewer, db, commitment.id) : null;
  const [last] = commitment.updates;
  const fresh = freshness(last?.submittedAt ?? null, confirmedSince(rounds, today(now)));
  const { id: _id, indicators: _indicators, notes, ...shown } = commitment;
  return {
    ...shown,
    strategy,
    notes: can.readWorkingNotes(viewer) ? notes : '',
    mayEdit: can.editStrategy(viewer),
    history: await readHistory(db, { commitmentId: commitment.id }),
    today: today(now),
    promises: commitment.promises.map(({ promise }) => promise).toSorted((a, b) => a.number - b.number),
    leads: whoLeads(holders),
    deputies: whoDeputises(holders),
    actions,
    figures,
    working,
    freshness: fresh,
    standing: standing(last?.status ?? null, fresh),
    mayPlan: can.writeAction(viewer, { leadIds }),
    mayAssign: can.assignLeads(viewer),
    mayWrite: strategy.isInForce && can.writeUpdate(viewer, { leadIds }) && openRound(rounds, today(now)) !== null,
  };
});
export type CommitmentChain = Awaited<ReturnType<typeof getCommitment>>;

/** What is on its way to be published, for those who may see it. */
async function readUnpublished(viewer: Viewer, db: Db, commitmentId: string) {
  return db.update.findFirst({
    where: { councilId: viewer.councilId, commitmentId, state: { not: 'published' } },
    orderBy: { startedAt: 'desc' },
    select: { ...selectSaid, state: true, savedAt: true, comment: true, authorId: true },
  });
}
