import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { editAddress, type Noun } from '#lib/strategies/editing/fields.ts';
import { editProblems, rowOf, typedOf } from '#lib/strategies/editing/rules.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { readContent } from '#lib/strategies/reading-content.ts';
import { writeContent } from '#lib/strategies/writing-content.ts';

/** A strategy as it is edited: held, so that of two saves at once the second begins from what the first left. */
export async function loadEditing(db: Db, key: string) {
  await db.$queryRaw`SELECT 1 FROM "Strategy" WHERE key = ${key} FOR UPDATE`;
  return readEditing(db, key);
}

/** The same to look at. */
export async function readEditing(db: Db, key: string) {
  const facts = await readStrategyFacts(db, key);
  if (!facts) return null;
  const content = await readContent(db, facts.id);
  const catalogue = await db.indicator.findMany({ select: { key: true, title: true }, orderBy: { key: 'asc' } });
  const others = await db.strategy.findMany({
    where: { key: { not: key } },
    select: { key: true, title: true },
    orderBy: { startsOn: 'desc' },
  });
  return { ...facts, content, catalogue, others };
}
export type Editing = NonNullable<Awaited<ReturnType<typeof readEditing>>>;

/** The version of a row, and for a commitment its address. */
export async function readVersion(db: Db, strategyId: string, noun: Noun, name: string) {
  const select = { id: true, version: true } as const;
  if (noun === 'strategy') return db.strategy.findFirst({ where: { id: strategyId }, select });
  if (noun === 'priority') return db.priority.findFirst({ where: { strategyId, key: name }, select });
  if (noun === 'measure') return db.measure.findFirst({ where: { strategyId, ref: name }, select });
  if (noun === 'promise') return db.promise.findFirst({ where: { strategyId, number: Number(name) || 0 }, select });
  return db.commitment.findFirst({ where: { ref: name, priority: { strategyId } }, select });
}

/** @throws Refusal with what stands now, when somebody saved after the form was shown */
export async function refuseIfStale(
  db: Db,
  editing: Editing,
  at: { noun: Noun; name: string; version: number },
  typed: Record<string, unknown>,
) {
  const found = await readVersion(db, editing.id, at.noun, at.name);
  if (found?.version === at.version) return;
  const row = rowOf(editing.content, at.noun, at.name);
  const now = row ? typedOf(at.noun, row) : {};
  const differs = Object.entries(now).filter(([name, value]) => value !== asTyped(typed[name]));
  throw new Refusal('Somebody saved this while you were writing. Yours is in the boxes, theirs is beside it.', {
    theirs: { ...Object.fromEntries(differs), version: String(found?.version ?? 0) },
  });
}

/** What the form sent of a field, as `typedOf` would have it. */
function asTyped(value: unknown): string {
  if (Array.isArray(value)) return value.map(asTyped).join(',');
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

type Saving = { noun: Noun; name: string; reason: string };

/** Writes the content, when it is sound. @throws Refusal that names the fields */
export async function saveContent(viewer: Viewer, db: Db, content: StrategyContent, { noun, name, reason }: Saving) {
  const { '': elsewhere, ...errors } = editProblems(content, noun, name, viewer.council.rules.disclosureThreshold);
  const [first] = Object.values(errors);
  if (elsewhere || first) throw new Refusal(elsewhere ?? 'There is a problem with what was entered.', { errors });
  return writeContent(db, viewer.councilId, content, { personId: viewer.personId, reason });
}

/** Where a row is read. */
export async function addressOf(db: Db, base: string, strategy: { id: string; key: string }, noun: Noun, name: string) {
  const place = `${base}/strategies/${strategy.key}`;
  if (noun === 'strategy') return place;
  if (noun === 'priority') return `${place}/priorities/${name}`;
  if (noun === 'promise') return `${place}/promises/${name}`;
  if (noun === 'measure') return `${place}/measures/${encodeURIComponent(name)}`;
  const row = await db.commitment.findFirst({
    where: { ref: name, priority: { strategyId: strategy.id } },
    select: { slug: true },
  });
  return row ? `${base}/commitments/${row.slug}` : `${place}/${editAddress(noun, name)}`;
}
