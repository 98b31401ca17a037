import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { readLeads } from '#lib/commitments/leads.ts';
import { readStored } from '#lib/evidence/storage.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** A file of evidence for who may read what it belongs to; to anybody else it is not there. */
export const getEvidenceFile = query(async (viewer, db, id: string) => {
  if (!z.uuid().safeParse(id).success) return notFound();
  const evidence = await db.evidence.findFirst({
    where: { councilId: viewer.councilId, id, fileHash: { not: null } },
    select: {
      fileName: true,
      fileType: true,
      fileHash: true,
      update: { select: { state: true, commitmentId: true } },
    },
  });
  if (!evidence?.fileHash || !evidence.fileName || !evidence.fileType) return notFound();
  const { update } = evidence;
  const isPublished = update === null || update.state === 'published';
  const mayRead = isPublished
    ? can.readPublished(viewer)
    : can.readUnpublished(viewer, { leadIds: (await readLeads(db, update.commitmentId)).map((lead) => lead.id) });
  if (!mayRead) return notFound();
  return {
    name: evidence.fileName,
    type: evidence.fileType,
    bytes: await readStored(viewer.councilId, evidence.fileHash),
  };
});
