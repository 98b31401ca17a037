import { addDays } from '#lib/calendar/rules.ts';
import type { Db } from '#lib/db.ts';
import type { Owed } from '#lib/rounds/reminders.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';

/** Where a commitment stands in a round: its update was sent, is on its way, is not begun; or none is asked for. */
export type Filled = Owed & {
  id: string;
  priority: string;
  state: 'sent' | 'begun' | 'returned' | 'nothing' | 'notAsked';
};
type Person = { id: string; name: string };
export type Filling = { commitments: Filled[]; people: Map<string, string>; administrators: string[] };

type Row = Pick<Filled, 'id' | 'slug' | 'ref' | 'title' | 'priority' | 'state'> & { priorityId: string };
type Held = Person & {
  commitmentId: string | null;
  priorityId: string | null;
  kind: 'lead' | 'deputy';
  organisationId: string | null;
};
type Speaker = Person & { role: 'partner' | 'administrator'; organisationId: string | null };

/**
 * Every commitment as this round finds it on this day, and whom it is asked of. An update is owed under the same
 * conditions as on the page For me (lib/needs/acts.ts). Who has left, or holds no role, is asked for nothing.
 */
export async function readFilling(db: Db, round: RoundDays & { id: string }, today: Date): Promise<Filling> {
  const isRunning = round.opensOn <= today && today <= round.closesOn;
  const until = addDays(isRunning ? today : round.closesOn, 1);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.slug, c.ref, c.title, c."priorityId", p."shortTitle" AS priority,
           CASE WHEN w.state = 'returned' THEN 'returned' WHEN w.state = 'draft' THEN 'begun'
                WHEN EXISTS (SELECT FROM "Update" z
                              WHERE z."councilId" = c."councilId" AND z."commitmentId" = c.id AND z."roundId" = ${round.id}::uuid
                                AND z.state IN ('submitted', 'approved', 'published')) THEN 'sent'
                WHEN said.status IN ('complete', 'stopped') THEN 'notAsked' ELSE 'nothing' END AS state
      FROM "Commitment" c JOIN "Priority" p ON p."councilId" = c."councilId" AND p.id = c."priorityId"
      LEFT JOIN LATERAL (
        SELECT x.state FROM "Update" x
         WHERE x."councilId" = c."councilId" AND x."commitmentId" = c.id AND x.state IN ('draft', 'returned')
           AND (${isRunning} OR x."roundId" = ${round.id}::uuid)
         ORDER BY x."startedAt" DESC LIMIT 1) w ON true
      LEFT JOIN LATERAL (
        SELECT y.status FROM "Update" y
         WHERE y."councilId" = c."councilId" AND y."commitmentId" = c.id AND y."publishedAt" < ${until}
         ORDER BY y."publishedAt" DESC LIMIT 1) said ON true
     ORDER BY p."displayOrder", c.number`;
  const held = await db.$queryRaw<Held[]>`
    SELECT a."commitmentId", a."priorityId", a.kind::text, h.id, h.name, h."organisationId"
      FROM "Assignment" a JOIN "Person" h ON h."councilId" = a."councilId" AND h.id = a."personId"
     WHERE a."actionId" IS NULL AND a."startsOn" <= ${today} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today})
       AND (h."leftOn" IS NULL OR h."leftOn" >= ${today})
       AND EXISTS (SELECT FROM "Membership" m WHERE m."councilId" = h."councilId" AND m."personId" = h.id
                      AND m."startsOn" <= ${today} AND (m."endsOn" IS NULL OR m."endsOn" >= ${today}))
     ORDER BY h.name`;
  const speakers = await db.$queryRaw<Speaker[]>`
    SELECT DISTINCT h.id, h.name, h."organisationId", m.role::text AS role
      FROM "Membership" m JOIN "Person" h ON h."councilId" = m."councilId" AND h.id = m."personId"
     WHERE m.role IN ('partner', 'administrator')
       AND m."startsOn" <= ${today} AND (m."endsOn" IS NULL OR m."endsOn" >= ${today})
       AND (h."leftOn" IS NULL OR h."leftOn" >= ${today})
     ORDER BY h.name`;
  return {
    commitments: rows.map(({ priorityId, ...row }) => ({ ...row, ...askedOf({ ...row, priorityId }, held, speakers) })),
    people: new Map([...held, ...speakers].map(({ id, name }) => [id, name])),
    administrators: speakers.filter(({ role }) => role === 'administrator').map(({ id }) => id),
  };
}

/** Who leads a commitment leads it before who leads its priority; the same goes for deputies. */
function askedOf(row: { id: string; priorityId: string }, held: Held[], speakers: Speaker[]) {
  const of = (kind: Held['kind']) => {
    const own = held.filter((one) => one.kind === kind && one.commitmentId === row.id);
    return own.length > 0 ? own : held.filter((one) => one.kind === kind && one.priorityId === row.priorityId);
  };
  const [leads, deputies] = [of('lead'), of('deputy')];
  const asked = leads.length > 0 ? leads : deputies;
  const partners = speakers.filter(
    ({ role, organisationId }) =>
      role === 'partner' && organisationId !== null && asked.some((one) => one.organisationId === organisationId),
  );
  return {
    leads: asked.map(({ id }) => id),
    deputies: leads.length > 0 ? deputies.map(({ id }) => id) : [],
    organisation: partners.map(({ id }) => id),
  };
}

/** What is still owed: everything but what was sent and what is not asked for. */
export const owedIn = ({ commitments }: Filling): Filled[] =>
  commitments.filter(({ state }) => state !== 'sent' && state !== 'notAsked');
