import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { readMail } from '#lib/mail/rules.ts';
import { startMailbox } from '#tests/setup/mailbox.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/request.ts')).nextHeaders);
const printed: string[] = [];
vi.spyOn(process.stderr, 'write').mockImplementation((line) => printed.push(String(line)) > 0);

const mailbox = await startMailbox();
const dataDir = mkdtempSync(join(tmpdir(), 'pledgeboard-mail-'));
afterAll(async () => {
  await mailbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
Object.assign(process.env, {
  PLEDGEBOARD_URL: 'https://board.example',
  PLEDGEBOARD_DATA_DIR: dataDir,
  SMTP_URL: mailbox.url,
  MAIL_FROM: 'Pledgeboard <board@council.example>',
});
const { mailLink } = await import('#lib/auth/sign-in.ts');

it('goes by the mail server that is configured, as words and as a page, and nowhere else', async () => {
  await mailLink('board-member@portsmouth.example', '/portsmouth/promises');
  const source = mailbox.mails[0] ?? '';
  expect(readMail(source)).toMatchObject({
    to: 'board-member@portsmouth.example',
    subject: 'Your link to sign in to Pledgeboard',
  });
  expect(source).toContain('From: Pledgeboard <board@council.example>');
  expect(source).toContain('Content-Type: text/html');
  expect(readMail(source).text).toMatch(
    /https:\/\/board\.example\/sign-in\/link\?token=[\w-]{43}&to=%2Fportsmouth%2Fpromises\n/,
  );
  expect(readdirSync(dataDir)).toEqual([]);
});

it('that cannot be sent is one line in the log, without the address', async () => {
  await authClient().user.create({ data: { email: 'nobody@portsmouth.example' } });
  await mailLink('nobody@portsmouth.example', null);
  expect(printed.join('')).toMatch(/^sign-in: /);
  expect(printed.join('')).toContain('EENVELOPE');
  expect(printed.join('')).not.toMatch(/nobody|@/);
});
