import 'server-only';
import { createHash } from 'node:crypto';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { type Finding, findings } from '#lib/guard/rules.ts';
import { readEarlier } from '#lib/updates/revisions.ts';

type Said = Record<'reason' | 'done' | 'difference' | 'howWeKnow' | 'next', string> & {
  evidence: readonly { title: string; fileName?: string | null }[];
};

export type Guarded = Finding & {
  /** By which an answer finds it again: the field, the kind, the words and their sentence. Another text needs another answer. */
  hash: string;
};

/** What in an update could point at one child, by the rules of this council today. */
function guardedFindings(viewer: Viewer, said: Said): Guarded[] {
  const { reason, done, difference, howWeKnow, next } = said;
  const fields = Object.entries({ reason, done, difference, howWeKnow, next });
  const evidence = said.evidence.map(({ title, fileName }) => [title, fileName].filter(Boolean).join('\n'));
  const texts = [...fields, ['evidence', evidence.join('\n')] as const].map(([field, text]) => ({ field, text }));
  const options = {
    threshold: viewer.council.rules.disclosureThreshold,
    year: Number(isoDay(clock()).slice(0, 4)),
  };
  return findings(texts, options).map((found) => ({ ...found, hash: hashOf(found) }));
}

const hashOf = ({ field, kind, words, sentence }: Finding) =>
  createHash('sha256').update([field, kind, words, sentence].join('\n').toLowerCase()).digest('hex');

type Update = Said & { id: string; authorId: string };

/** The findings of an update, each with the answer of a second person; an answer of its own author counts for nothing. */
export async function readGuard(viewer: Viewer, db: Db, update: Update) {
  const found = guardedFindings(viewer, update);
  if (found.length === 0) return [];
  const answers = await db.guardAnswer.findMany({
    where: { councilId: viewer.councilId, updateId: update.id, verdict: 'safe', personId: { not: update.authorId } },
    orderBy: { at: 'desc' },
    select: { finding: true, reason: true, at: true, person: { select: { name: true } } },
  });
  return found.map((one) => ({ ...one, answer: answers.find(({ finding }) => finding === one.hash) ?? null }));
}

/** Notes, as an update is published, what an earlier sending said and this one no longer does: it was mended. */
export async function recordMended(viewer: Viewer, db: Db, update: Update): Promise<void> {
  const { councilId, personId } = viewer;
  const now = new Set(guardedFindings(viewer, update).map(({ hash }) => hash));
  const earlier = await readEarlier(viewer, db, update.id);
  const gone = new Set(earlier.flatMap(({ content }) => guardedFindings(viewer, content).map(({ hash }) => hash)));
  const data = [...gone]
    .filter((finding) => !now.has(finding))
    .map((finding) => ({ councilId, updateId: update.id, finding, verdict: 'mended' as const, personId, at: clock() }));
  if (data.length > 0) await db.guardAnswer.createMany({ data });
}
