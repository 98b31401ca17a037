import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { checkFile } from '#lib/evidence/check-file.ts';
import { evidenceLimit, safeName } from '#lib/evidence/rules.ts';
import { storeFile } from '#lib/evidence/storage.ts';

const kept = 'Your words are kept; the file has to be chosen again.';

/** Puts a file beside the links of an update that is being written: checked, stored, then named by a row. */
export async function attachFile(
  viewer: Viewer,
  db: Db,
  updateId: string,
  { file, title }: { file: File; title: string },
): Promise<void> {
  const refuse = (problem: string) => new Refusal(`The file was not attached. ${kept}`, { errors: { file: problem } });
  const { councilId } = viewer;
  const carried = await db.evidence.count({ where: { councilId, updateId } });
  if (carried >= evidenceLimit) {
    throw refuse(`An update carries ${evidenceLimit} pieces of evidence at most. Take one out first.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const checked = await checkFile(bytes, file.name);
  if ('problem' in checked) throw refuse(checked.problem);
  const fileName = safeName(file.name, checked.type);
  const fileHash = await storeFile(councilId, bytes);
  await db.evidence.create({
    data: {
      councilId,
      updateId,
      title: title || fileName,
      fileName,
      fileType: checked.type,
      fileBytes: bytes.length,
      fileHash,
    },
  });
}

/** Takes a file out of an update that is being written; the bytes may serve another row, so they stay. */
export async function removeFile(viewer: Viewer, db: Db, updateId: string, id: string): Promise<void> {
  const { councilId } = viewer;
  await db.evidence.deleteMany({ where: { councilId, updateId, id, fileHash: { not: null } } });
}

/** The files of an earlier update go along when it is sent again as it stands. */
export async function copyFiles(viewer: Viewer, db: Db, from: string, to: string): Promise<void> {
  const { councilId } = viewer;
  const files = await db.evidence.findMany({
    where: { councilId, updateId: from, fileHash: { not: null } },
    orderBy: { id: 'asc' },
    select: { title: true, fileName: true, fileType: true, fileBytes: true, fileHash: true },
  });
  if (files.length > 0) {
    await db.evidence.createMany({ data: files.map((file) => ({ councilId, updateId: to, ...file })) });
  }
}
