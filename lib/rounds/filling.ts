import { readCoverage } from '#lib/assignments/coverage.ts';
import { type Holder, whoDeputises, whoLeads } from '#lib/assignments/rules.ts';
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

type Row = Pick<Filled, 'id' | 'slug' | 'ref' | 'title' | 'priority' | 'state'>;
type Member = Person & { role: string; organisationId: string | null };

/**
 * Every commitment as this round finds it on this day, and whom it is asked of. An update is owed under the same
 * conditions as on the page For me (lib/needs/acts.ts). Who has left, or holds no role, is asked for nothing.
 */
export async function readFilling(db: Db, round: RoundDays & { id: string }, today: Date): Promise<Filling> {
  const isRunning = round.opensOn <= today && today <= round.closesOn;
  const until = addDays(isRunning ? today : round.closesOn, 1);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.slug, c.ref, c.title, p."shortTitle" AS priority,
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
     WHERE p."strategyId" = (SELECT strategy_in_force(LEAST(${today}::date, ${round.closesOn}::date)))
     ORDER BY p."displayOrder", c.number`;
  const members = await db.$queryRaw<Member[]>`
    SELECT DISTINCT h.id, h.name, h."organisationId", m.role::text AS role
      FROM "Membership" m JOIN "Person" h ON h."councilId" = m."councilId" AND h.id = m."personId"
     WHERE m."startsOn" <= ${today} AND (m."endsOn" IS NULL OR m."endsOn" >= ${today})
       AND (h."leftOn" IS NULL OR h."leftOn" >= ${today})
     ORDER BY h.name`;
  const { holders } = await readCoverage(db, today);
  return {
    commitments: rows.map((row) => ({ ...row, ...askedOf(holders.get(row.id) ?? [], members) })),
    people: new Map(members.map(({ id, name }) => [id, name])),
    administrators: members.filter(({ role }) => role === 'administrator').map(({ id }) => id),
  };
}

/** Whom an update is asked of: who leads, else who deputises; then their deputies, then their organisation's partners. */
function askedOf(holders: Holder[], members: Member[]) {
  const here = (held: readonly Holder[]) => members.filter(({ id }) => held.some((one) => one.id === id));
  const [leads, deputies] = [here(whoLeads(holders)), here(whoDeputises(holders))];
  const asked = leads.length > 0 ? leads : deputies;
  const organisations = new Set(asked.flatMap(({ organisationId }) => organisationId ?? []));
  const partners = members.filter(
    ({ role, organisationId }) => role === 'partner' && organisations.has(organisationId ?? ''),
  );
  return {
    leads: idsOf(asked),
    deputies: leads.length > 0 ? idsOf(deputies) : [],
    organisation: idsOf(partners),
  };
}

/** Once each: who holds two roles is there twice. */
const idsOf = (members: readonly Member[]) => [...new Set(members.map(({ id }) => id))];

/** What is still owed: everything but what was sent and what is not asked for. */
export const owedIn = ({ commitments }: Filling): Filled[] =>
  commitments.filter(({ state }) => state !== 'sent' && state !== 'notAsked');
