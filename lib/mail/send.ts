import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { env } from '#lib/env.ts';
import type { Html } from '#lib/html.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: Html;
  /** Of the mail itself, where it may be sent again: mailboxes drop what they have already. */
  messageId?: string;
};

/** Where mail goes while no server is configured. */
export const mailDirectory = () => join(env.PLEDGEBOARD_DATA_DIR, 'mail');

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends a mail by SMTP_URL; without one it becomes a file that the demonstration shows. */
export async function sendMail({ html, ...mail }: Mail): Promise<void> {
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const message = {
    headers,
    from: env.MAIL_FROM ?? 'Pledgeboard <no-reply@localhost>',
    ...mail,
    html: String(html),
  };
  if (env.SMTP_URL) {
    await createTransport({ url: env.SMTP_URL, ...patience }).sendMail(message);
    return;
  }
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message: bytes } = await writer.sendMail({ ...message, textEncoding: 'quoted-printable' });
  await writeMailFile(bytes as Buffer);
}

/** Written under another name first, so that a reader never meets half a mail. Only the app's own user reads it. */
async function writeMailFile(bytes: Buffer): Promise<void> {
  const path = join(mailDirectory(), `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`);
  await mkdir(mailDirectory(), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
  await forgetOldFiles();
}

/** A week is enough to look at a mail that was never sent. Names begin with when they were written. */
async function forgetOldFiles(): Promise<void> {
  const weekAgo = new Date(Date.now() - 7 * 24 * 60 * 60_000).toISOString().replaceAll(':', '-');
  const old = (await readdir(mailDirectory())).filter((name) => name < weekAgo);
  await Promise.all(old.map((name) => rm(join(mailDirectory(), name), { force: true })));
}
