import 'server-only';
import type { Db } from '#lib/db.ts';
import { hashOfText } from '#lib/releases/bodies.ts';
import { type Obstacle, obstaclesIn } from '#lib/releases/checks.ts';
import { type Chosen, type Gathered, gatherRelease } from '#lib/releases/gather.ts';
import { releasePage } from '#lib/releases/page/release.ts';

/** A release as it would be if it happened now: what it holds, its page byte for byte, and what stands in its way. */
export type Prepared = Gathered & { html: string; hash: string; obstacles: Obstacle[] };

export async function prepareRelease(db: Db, chosen: Chosen, now: Date, threshold: number): Promise<Prepared> {
  const gathered = await gatherRelease(db, chosen, now);
  const { content } = gathered;
  const html = releasePage(content);
  return { ...gathered, html, hash: hashOfText(html), obstacles: obstaclesIn(content, threshold) };
}

/** Releases of one council come one after the other: each must be held against all before it. */
export const holdLedger = (db: Db, councilId: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`released figures of ${councilId}`}, 0))`;

type By = { councilId: string; personId: string };

/** Writes it down for good. @returns its id */
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
  return id;
}
