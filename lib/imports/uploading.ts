import 'server-only';
import { recordAudit } from '#lib/audit.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { inCouncil } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { claimKey, recordAnswer } from '#lib/idempotency.ts';
import { findings } from '#lib/imports/findings.ts';
import { readMeta } from '#lib/imports/meta.ts';
import { type Received, receiveFile } from '#lib/imports/receiving.ts';
import { letGo, makeRoom } from '#lib/imports/storage.ts';

/** How many files may wait at once: each takes its place on the disk. */
const mostWaiting = 20;

/**
 * Takes a file that this viewer sends, and has it read. A refused one leaves a line of its refusal and nothing else.
 * @returns the address that the person goes to
 */
export async function takeUpload(
  viewer: Viewer,
  body: ReadableStream<Uint8Array>,
  contentType: string,
): Promise<string> {
  const { councilId } = viewer;
  const id = crypto.randomUUID();
  const place = `/${viewer.council.slug}/indicators/import`;
  let received: Received;
  try {
    received = await receiveFile(body, {
      contentType,
      limit: env.PLEDGEBOARD_IMPORT_MB * 1024 * 1024,
      makeRoom: () => makeRoom(councilId, id),
    });
  } catch (error) {
    await letGo(councilId, id);
    if (isBroken(error)) return `${place}?problem=broken`;
    throw error;
  }
  const meta = received.meta === null ? null : readMeta(received.meta);
  if (meta && 'problem' in meta) received.problem ??= meta.problem;
  const isNothing = received.bytes === 0 && !received.isChildLevel;
  if (received.problem || isNothing) await letGo(councilId, id);
  if (isNothing) return `${place}?problem=nothing`;
  const columns = meta && 'columns' in meta ? meta.columns : null;
  const to = await inCouncil(councilId, (db) => keep({ viewer, db, id, received, columns, to: `${place}/${id}` }));
  // The same form was sent before: its file is the one that counts.
  if (to !== `${place}/${id}`) await letGo(councilId, id);
  return to;
}

/** The browser went away, or sent something that is no form. Anything else is a mistake of ours, and is told as one. */
const isBroken = (error: unknown) =>
  error instanceof Error &&
  (/^(?:Unexpected end of (?:form|file)|Malformed |Missing Content-Type|Multipart: Boundary|aborted|terminated)/.test(
    error.message,
  ) ||
    error.name === 'AbortError');

type Kept = {
  viewer: Viewer;
  db: Parameters<Parameters<typeof inCouncil>[1]>[0];
  id: string;
  received: Received;
  columns: ReturnType<typeof findings.parse>['meta'];
  to: string;
};

async function keep({ viewer, db, id, received, columns, to }: Kept): Promise<string> {
  const { councilId, personId } = viewer;
  const key = /^[0-9a-f-]{36}$/.test(received.fields.idempotencyKey ?? '') ? received.fields.idempotencyKey : undefined;
  const earlier = key ? await claimKey(db, viewer, 'uploadImport', key) : null;
  if (earlier?.answer) return earlier.answer;
  const { problem, header, fileName, hash, metaHash, bytes, lines, isChildLevel } = received;
  await db.import.create({
    data: {
      councilId,
      id,
      personId,
      fileName,
      hash,
      metaHash: isChildLevel ? '' : metaHash,
      bytes: BigInt(bytes),
      state: problem ? 'refused' : 'waiting',
      rowsTotal: problem ? null : Math.max(0, lines - 1),
      findings: findings.parse({ header: problem ? [] : header, meta: problem ? null : columns, problem }),
      at: clock(),
      finishedAt: problem ? clock() : null,
    },
  });
  if (!problem) await db.$executeRaw`SELECT graphile_worker.enqueue_job('readImport', ${id}::uuid)`;
  if (key) await recordAnswer(db, viewer, 'uploadImport', key, to);
  const operation = isChildLevel ? 'refuseChildLevel' : problem ? 'refuseImport' : 'uploadImport';
  await recordAudit(db, viewer, operation, id);
  return to;
}

/** True while there is room for another file. */
export const hasRoom = (viewer: Viewer): Promise<boolean> =>
  inCouncil(viewer.councilId, async (db) => {
    const waiting = await db.import.count({ where: { state: { in: ['waiting', 'reading', 'ready', 'saving'] } } });
    return waiting < mostWaiting;
  });
