import 'server-only';
import { forbidden } from 'next/navigation';
import { recordAudit } from '#lib/audit.ts';
import type { Hiding } from '#lib/breakdowns/protecting.ts';
import { hidingOfGroup } from '#lib/breakdowns/queries.ts';
import { readStored } from '#lib/breakdowns/stored.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { type DisclosureRule, type HiddenBecause, type Observed, reasonToHide } from '#lib/disclosure/rules.ts';
import { discloseSeries } from '#lib/disclosure/series.ts';
import { readHeads, readValues } from '#lib/indicators/queries.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** A number that nobody else sees, as it is stored. For the one page that shows it to an officer. */
export type HiddenNumber = Observed & {
  key: string;
  title: string;
  /** Which children: "" for all of them. */
  among: string;
  unit: string;
  decimals: number;
  periodType: Head['periodType'];
  period: string;
  because: HiddenBecause;
};
type Head = Awaited<ReturnType<typeof readHeads>>[number];

/** The rule of a definition today, whose it is, and who decided on it. */
type Deciding = {
  definitionId: string;
  source: string;
  isOwn: boolean;
  rule: DisclosureRule;
  decidedBy: string | null;
  decidedOn: Date;
};

/** How many of the newest periods are looked through. */
const newest = 2;

/** What is hidden of the council's newest figures, and why, source by source. That somebody looked is in the trail. */
export const getHidden = query(async (viewer, db) => {
  if (!can.manageDisclosure(viewer)) return forbidden();
  const now = clock();
  const deciding = await readDeciding(db);
  const heads = await readHeads(db, now, { theme: null, keys: null });
  const numbers = [...(await hiddenHeadlines(db, now, heads)), ...(await hiddenParts(db, now, heads))];
  const sources = new Map<string, Deciding & { numbers: HiddenNumber[] }>();
  for (const { definitionId, ...number } of numbers) {
    const decided = deciding.find((one) => one.definitionId === definitionId);
    if (!decided) continue;
    const source = sources.get(decided.source) ?? { ...decided, numbers: [] };
    source.numbers.push(number);
    sources.set(decided.source, source);
  }
  await recordAudit(db, viewer, 'seeHidden', `${numbers.length} numbers`);
  return [...sources.values()];
});

const readDeciding = (db: Db) => db.$queryRaw<Deciding[]>`
  SELECT d.id AS "definitionId", s.name AS source, r."sourceId" IS NOT NULL AS "isOwn", p.name AS "decidedBy",
         r."decidedOn", deciding(r) AS rule
    FROM "Definition" d
    JOIN "Source" s ON s."councilId" = d."councilId" AND s.id = d."sourceId"
   CROSS JOIN disclosure_rule_in_force(d."councilId", d."sourceId") r
    LEFT JOIN "Person" p ON p."councilId" = r."councilId" AND p.id = r."decidedById"
   ORDER BY s.name`;

type Found = HiddenNumber & { definitionId: string };

const wordsOf = ({ key, title, unit, decimals, periodType }: Head) => ({ key, title, unit, decimals, periodType });

async function hiddenHeadlines(db: Db, now: Date, heads: readonly Head[]): Promise<Found[]> {
  const values = await readValues(db, now, { theme: null, keys: null });
  return heads.flatMap((head) => {
    const own = values.filter(({ definitionId, kind }) => definitionId === head.id && kind === 'council');
    const shown = discloseSeries(own, head.unit, head.rule, head.isYearToDate);
    return own.slice(-newest).flatMap((point, at): Found[] => {
      const isShown = shown.slice(-newest)[at]?.value !== null;
      const because = pointHidden(point, head) ?? (isShown || point.value === null ? null : 'protects');
      const { value, numerator, denominator, symbol, period } = point;
      const stored = { value, numerator, denominator, symbol, period };
      return because ? [{ ...stored, ...wordsOf(head), because, among: '', definitionId: head.id }] : [];
    });
  });
}

function pointHidden({ value, ...point }: Observed, { unit, rule }: Head): HiddenBecause | null {
  if (value === null) return point.symbol === 'c' ? 'source' : null;
  return reasonToHide({ value, ...point, unit }, rule);
}

async function hiddenParts(db: Db, now: Date, heads: readonly Head[]): Promise<Found[]> {
  const { groups } = await readStored(db, now, { newest });
  const found: Found[] = [];
  for (const group of groups) {
    const hiding = await hidingOfGroup(group);
    for (const [at, { breakdown, row, column, ...stored }] of group.cells.entries()) {
      const because: Hiding['because'] = hiding[at]?.because ?? null;
      const lines = group.heads.get(breakdown);
      const head = heads.find(({ id }) => id === lines?.definitionId);
      if (!because || !head || !lines) continue;
      const { period } = group;
      const among = `${lines.title}: ${[row, column].filter(Boolean).join(', ')}`;
      found.push({ ...stored, ...wordsOf(head), period, because, among, definitionId: head.id });
    }
  }
  return found;
}
