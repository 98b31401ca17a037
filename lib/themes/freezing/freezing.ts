import 'server-only';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { hashOf } from '#lib/reports/snapshot.ts';
import type { Sql } from '#lib/sql.ts';
import { type FrozenContent, strictest } from '#lib/themes/freezing/rules.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type Frozen = {
  councilId: string;
  themeId: string;
  meetingId: string;
  frozenById: string;
  content: Omit<FrozenContent, 'shape' | 'rules'>;
};

/** Writes an edition down. What is hashed is what JSON keeps: a value that JSON leaves out must not be in the sum. */
export async function storeFrozen(
  db: Pick<Prisma.TransactionClient, 'frozenDashboard' | '$queryRaw'>,
  { content, ...of }: Frozen,
): Promise<void> {
  const rules = Object.fromEntries(await readRules(db));
  const stored = JSON.parse(JSON.stringify({ ...content, rules, shape: 1 } satisfies FrozenContent));
  const { edition, frozenAt } = content;
  await db.frozenDashboard.create({ data: { ...of, edition, content: stored, hash: hashOf(stored), frozenAt } });
}

/** The rules for small numbers that hold today, by the key of the indicator; where an indicator has several sources, the strictest of theirs. */
export async function readRules(db: Sql): Promise<Map<string, DisclosureRule>> {
  const rows = await db.$queryRaw<{ key: string; rule: DisclosureRule }[]>`
    SELECT i.key, deciding(ruled) AS rule
      FROM "Indicator" i
      JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
     CROSS JOIN disclosure_rule_in_force(d."councilId", d."sourceId") ruled
     ORDER BY i.key, d.version`;
  const figures = new Map<string, DisclosureRule>();
  for (const { key, rule } of rows) figures.set(key, strictest(figures.get(key) ?? rule, rule));
  return figures;
}
