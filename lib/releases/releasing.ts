import 'server-only';
import type { Db } from '#lib/db.ts';
import { writeLedger } from '#lib/disclosure/ledger.ts';
import type { LedgerRow } from '#lib/disclosure/planning.ts';
import { hashOfText } from '#lib/releases/bodies.ts';
import { type Obstacle, obstaclesIn } from '#lib/releases/checks.ts';
import { type Chosen, type Gathered, gatherRelease } from '#lib/releases/gather.ts';
import { releasePage } from '#lib/releases/page/release.ts';

/** A release as it would be if it happened now: what it holds, its page byte for byte, and what stands in its way. */
export type Prepared = Gathered & { html: string; hash: string; obstacles: Obstacle[] };

export async function prepareRelease(db: Db, chosen: Chosen, now: Date, threshold: number): Promise<Prepared> {
  const gathered = await gatherRelease(db, chosen, now);
  const { content } = gathered;
  const refused = gathered.refusal ? [{ field: 'indicators', sentence: gathered.refusal.message }] : [];
  const html = releasePage(content);
  return { ...gathered, html, hash: hashOfText(html), obstacles: [...refused, ...obstaclesIn(content, threshold)] };
}

/** Releases of one council come one after the other: each must be held against all before it. */
export const holdLedger = (db: Db, councilId: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`released figures of ${councilId}`}, 0))`;

type By = { councilId: string; personId: string };

/** Writes it down for good, with every count that it shows or hides. @returns its id */
export async function writeRelease(
  db: Db,
  { councilId, personId }: By,
  prepared: Prepared,
  now: Date,
): Promise<string> {
  const { content, html, hash } = prepared;
  const { slug, edition, title } = content.release;
  const { id } = await db.release.create({
    data: {
      councilId,
      kind: 'figures',
      slug,
      edition,
      title,
      content,
      html,
      hash,
      releasedById: personId,
      releasedAt: now,
    },
    select: { id: true },
  });
  await writeLedger(db, councilId, id, prepared.rows);
  return id;
}

type Frozen = { slug: string; title: string; edition: number; hash: string; releasedAt: Date };

/**
 * An annual report goes to council and to everybody: its figures stand in the ledger as those of a release. It has its
 * own pages and its own snapshot, so the row holds no page and answers nowhere.
 */
export async function writeReportInLedger(
  db: Db,
  { councilId, personId }: By,
  { releasedAt, ...report }: Frozen,
  rows: readonly LedgerRow[],
): Promise<void> {
  const { id } = await db.release.create({
    data: { councilId, kind: 'report', ...report, content: {}, html: '', releasedById: personId, releasedAt },
    select: { id: true },
  });
  await writeLedger(db, councilId, id, rows);
}
