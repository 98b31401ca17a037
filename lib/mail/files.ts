import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireDemo } from '#lib/auth/demo.ts';
import { readMail } from '#lib/mail/rules.ts';
import { mailDirectory } from '#lib/mail/send.ts';

/** The newest mails that were written to files, newest first. Demo only. */
export async function listMails(limit = 20) {
  requireDemo();
  const names = await readdir(mailDirectory()).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed()
    .slice(0, limit);
  return Promise.all(
    newest.map(async (name) => ({ name, ...readMail(await readFile(join(mailDirectory(), name), 'utf8')) })),
  );
}
