import 'server-only';
import { notFound } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import { type DisclosureRule, discloseObservation } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicators } from '#lib/indicators/queries.ts';
import { readFigure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { authorityName } from '#lib/neighbours/models.ts';
import { reading } from '#lib/reading.ts';
import type { Sql } from '#lib/sql.ts';

/** Everything that the verdicts of one figure rest on, with the people who decided it. */
export const getJudgement = reading(async (_viewer, db, key: string) => {
  const now = clock();
  const [found] = await readIndicators(db, now, { key });
  const figure = found && readFigure(found, isoDay(now));
  if (!figure) return notFound();
  const [decided, members] = await Promise.all([readDecision(db, key), readMembers(db, now, key, found.peers?.period)]);
  const { unit, rule } = figure.definition;
  return {
    figure,
    decided: decided ?? null,
    members: members.map(({ areaCode, closeness, ...observed }) => ({
      name: authorityName(areaCode),
      closeness,
      point: observed.isHeld ? discloseObservation(observed, unit, rule) : null,
    })),
  };
});

export type Judgement = Awaited<ReturnType<typeof getJudgement>>;

/** Who decided how small numbers are hidden, when and why. */
export type Decision = DisclosureRule & {
  reason: string;
  decidedOn: string;
  decidedBy: string | null;
  startsOn: string;
  source: string;
  isOfSource: boolean;
};

async function readDecision(db: Sql, key: string): Promise<Decision | undefined> {
  const [decision] = await db.$queryRaw<Decision[]>`
    SELECT r.threshold, r."roundTo", r.zeros::text, r."minimumDenominator", r."protectsRest", r.reason,
           r."decidedOn"::text, r."startsOn"::text, p.name AS "decidedBy", s.name AS source,
           r."sourceId" IS NOT NULL AS "isOfSource"
      FROM "Indicator" i
      JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= london_today()
      JOIN "Source" s ON s."councilId" = d."councilId" AND s.id = d."sourceId"
     CROSS JOIN disclosure_rule_in_force(d."councilId", d."sourceId") r
      LEFT JOIN "Person" p ON p."councilId" = r."councilId" AND p.id = r."decidedById"
     WHERE i.key = ${key}
     ORDER BY d.version DESC LIMIT 1`;
  return decision;
}

type Member = Omit<Point, 'endsOn' | 'period'> & { areaCode: string; closeness: string; isHeld: boolean };

/** The members of the set that holds, each with its figure of the period, in the order of the model. */
const readMembers = (db: Sql, asOf: Date, key: string, period: string | undefined) => db.$queryRaw<Member[]>`
  SELECT n."areaCode", n.closeness, said.value, said.numerator, said.denominator, said.symbol, said.id IS NOT NULL AS "isHeld"
    FROM "Neighbour" n
    LEFT JOIN LATERAL (
      SELECT x.id, x.value::float8, x.numerator, x.denominator, x.symbol::text
        FROM "Area" a
        JOIN "Indicator" i ON i."councilId" = a."councilId" AND i.key = ${key}
        JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
        LEFT JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."areaId" = a.id
         AND x.period = ${period ?? null}::text AND x."recordedAt" <= ${asOf}
       WHERE a."councilId" = n."councilId" AND a.code = n."areaCode"
       ORDER BY d.version DESC, x."recordedAt" DESC LIMIT 1) said ON true
   WHERE n."setId" = (SELECT id FROM "NeighbourSet" WHERE "startsOn" <= ${asOf}::date
                       ORDER BY "startsOn" DESC, id DESC LIMIT 1)
   ORDER BY n."order"`;
