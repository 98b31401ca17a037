import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { everything } from '#lib/actions/filter.ts';
import { readActions } from '#lib/actions/matching.ts';
import { hasLeft, isOpen } from '#lib/assignments/rules.ts';
import type { Target } from '#lib/assignments/schema.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { readLeads } from '#lib/commitments/leads.ts';
import type { Db } from '#lib/db.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';

const selectThing = {
  id: true,
  kind: true,
  startsOn: true,
  endsOn: true,
  person: { select: { id: true, name: true, leftOn: true } },
  priority: { select: { key: true, title: true } },
  commitment: { select: { slug: true, ref: true, title: true } },
  action: { select: { id: true, title: true } },
} as const;

/** One person: what they hold, what they held, what they own, and what they have begun to write. */
export const getPerson = query(async (viewer, db, id: string) => {
  if (!z.uuid().safeParse(id).success) return notFound();
  const { councilId } = viewer;
  const now = today();
  const person = await db.person.findFirst({
    where: { councilId, id },
    select: {
      id: true,
      name: true,
      does: true,
      leftOn: true,
      organisation: { select: { name: true } },
      memberships: { select: { role: true, startsOn: true, endsOn: true } },
    },
  });
  if (!person) return notFound();
  const all = await db.assignment.findMany({
    where: { councilId, personId: id },
    orderBy: { startsOn: 'desc' },
    select: selectThing,
  });
  const rows = all.filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn);
  const owned = await readActions(viewer, db, { ...everything, owner: id, status: 'open' }, { to: 1 });
  return {
    ...person,
    today: now,
    hasLeft: hasLeft(person, now),
    roles: person.memberships.filter((row) => row.startsOn <= now && isOpen(row, now)).map(({ role }) => role),
    // Who owns an action holds it by a row of its own; those are counted as actions.
    holds: rows.filter((row) => isOpen(row, now) && (row.action === null || row.kind === 'deputy')),
    held: rows.filter((row) => !isOpen(row, now)),
    actions: owned[0]?.matching ?? 0,
    overdue: owned[0]?.overdueInGroup ?? 0,
    drafts: can.assignLeads(viewer) || viewer.personId === id ? await readDrafts(viewer, db, id) : [],
    mayAssign: can.assignLeads(viewer),
    others: can.assignLeads(viewer) ? await readOthers(viewer, db, id) : [],
  };
});
export type Person = Awaited<ReturnType<typeof getPerson>>;

/** What they have begun to write, or had back, with who can go on with it. */
async function readDrafts({ councilId }: Viewer, db: Db, authorId: string) {
  const drafts = await db.update.findMany({
    where: { councilId, authorId, state: { in: ['draft', 'returned'] } },
    orderBy: { savedAt: 'desc' },
    select: { state: true, savedAt: true, commitment: { select: { id: true, ref: true, slug: true, title: true } } },
  });
  const found = [];
  for (const draft of drafts) {
    const others = (await readLeads(db, draft.commitment.id)).filter((holder) => holder.id !== authorId);
    found.push({ ...draft, others: [...new Set(others.map(({ name }) => name))] });
  }
  return found;
}

/** Who could take something over: everybody who has a role here and has not left. */
async function readOthers({ councilId }: Viewer, db: Db, except: string) {
  const now = today();
  return db.person.findMany({
    where: {
      councilId,
      id: { not: except },
      AND: [{ OR: [{ leftOn: null }, { leftOn: { gte: now } }] }],
      memberships: { some: { OR: [{ endsOn: null }, { endsOn: { gte: now } }] } },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, organisation: { select: { name: true } } },
  });
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Who leads one thing, who did, and who could: everybody may read it, the administrator changes it. */
export const getLeading = query(async (viewer, db, by: { key: string } | { slug: string } | { action: string }) => {
  const { councilId } = viewer;
  const now = today();
  const thing = (await findThing(viewer, db, by)) ?? notFound();
  const { priority, commitment, action } = thing.target;
  const rows = await db.assignment.findMany({
    where: { councilId, priorityId: priority || null, commitmentId: commitment || null, actionId: action || null },
    orderBy: { startsOn: 'desc' },
    select: selectThing,
  });
  const held = rows.filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn);
  return {
    ...thing,
    today: now,
    now: held.filter((row) => isOpen(row, now)),
    before: held.filter((row) => !isOpen(row, now)),
    above: commitment ? (await readLeads(db, commitment)).filter(({ far }) => far > 0) : [],
    mayAssign: can.assignLeads(viewer),
    people: can.assignLeads(viewer) ? await readOthers(viewer, db, nobody) : [],
  };
});
export type Leading = Awaited<ReturnType<typeof getLeading>>;

async function findThing({ councilId }: Viewer, db: Db, by: { key: string } | { slug: string } | { action: string }) {
  const none: Target = { priority: '', commitment: '', action: '' };
  if ('slug' in by) {
    const found = await db.commitment.findFirst({ where: { councilId, slug: by.slug } });
    return found && { title: `${found.ref}: ${found.title}`, target: { ...none, commitment: found.id } };
  }
  if ('key' in by) {
    const found = await db.priority.findFirst({
      where: { councilId, key: by.key },
      orderBy: { strategy: { startsOn: 'desc' } },
    });
    return found && { title: found.title, target: { ...none, priority: found.id } };
  }
  if (!z.uuid().safeParse(by.action).success) return null;
  const found = await db.action.findFirst({ where: { councilId, id: by.action } });
  return found && { title: found.title, target: { ...none, action: found.id } };
}
