import 'server-only';
import { forbidden } from 'next/navigation';
import { markOf } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type RuleRow = Prisma.DisclosureRuleGetPayload<{ include: { decidedBy: { select: { name: true } } } }>;

/** Rules of one source, or of the council where the source is null, newest first, with who decided. */
const rulesOf = (db: Db, sourceId: string | null) =>
  db.disclosureRule.findMany({
    where: { sourceId },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    include: { decidedBy: { select: { name: true } } },
  });

/** The one that holds: of those that have started, the newest. */
const inForce = (rules: readonly RuleRow[]) => rules.find(({ startsOn }) => startsOn <= today()) ?? null;

/** A rule as its form shows it, and as a later save is held against it. */
export const fieldsOfRule = (rule: DisclosureRule): Record<string, string> => ({
  threshold: String(rule.threshold),
  zeros: rule.zeros,
  roundTo: String(rule.roundTo),
  minimumDenominator: String(rule.minimumDenominator),
  protectsRest: rule.protectsRest ? 'yes' : 'no',
});

/** What a form of a rule stands on: the newest row, whether it has started or not; null where there is none. */
export async function readNewestRule(db: Db, sourceId: string | null): Promise<RuleRow | null> {
  const [newest] = await rulesOf(db, sourceId);
  return newest ?? null;
}

const withHistory = (rules: readonly RuleRow[]) => ({
  rule: inForce(rules),
  coming: rules.filter(({ startsOn }) => startsOn > today()),
  history: rules.filter((one) => one.startsOn <= today() && one !== inForce(rules)),
  shown: markOf(rules[0]?.id ?? ''),
});

/** The rule of the council and of each source: which holds, which come, which held, who decided and why. */
export const getDisclosureSettings = query(async (viewer, db) => {
  if (!can.manageDisclosure(viewer)) return forbidden();
  const rules = await db.disclosureRule.findMany({
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    include: { decidedBy: { select: { name: true } } },
  });
  const sources = await db.source.findMany({
    orderBy: { name: 'asc' },
    include: { definitions: { select: { indicator: { select: { key: true, title: true } } } } },
  });
  return {
    today: today(),
    council: withHistory(rules.filter(({ sourceId }) => sourceId === null)),
    sources: sources.map(({ id, name, licence, address, definitions }) => ({
      id,
      now: { name, licence, address },
      shownSource: markOf({ name, licence, address }),
      figures: new Set(definitions.map(({ indicator }) => indicator.key)).size,
      ...withHistory(rules.filter(({ sourceId }) => sourceId === id)),
    })),
  };
});

export type RuleHistory = ReturnType<typeof withHistory>;
