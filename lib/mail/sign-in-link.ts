import 'server-only';
import { env } from '#lib/env.ts';
import { formatTime } from '#lib/format.ts';
import { html } from '#lib/html.ts';
import { sendMail } from '#lib/mail/send.ts';

type Link = { to: string; token: string; path: string | null; expires: Date };

/**
 * The mail with the link. It leads to a page with a button, not straight in: programs that look through mail
 * open every link, and would use it up. The address of the person is not in the link.
 */
export async function sendSignInLink({ to, token, path, expires }: Link): Promise<void> {
  const link = new URL(`${env.PLEDGEBOARD_URL}/sign-in/link`);
  link.searchParams.set('token', token);
  if (path && path !== '/') link.searchParams.set('to', path);
  const until = `This link works once, until ${formatTime(expires)}.`;
  const ignore = 'If you did not ask for it, do nothing: without the link nobody can sign in as you.';
  await sendMail({
    to,
    subject: 'Your link to sign in to Pledgeboard',
    text: `Use this link to sign in to Pledgeboard:\n\n${link}\n\n${until}\n\n${ignore}\n`,
    html: html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sign in to Pledgeboard</title></head>
<body><p><a href="${String(link)}">Sign in to Pledgeboard</a></p><p>${until}</p><p>${ignore}</p>
<p>If the link above does nothing, copy this into your browser: ${String(link)}</p></body></html>`,
  });
}
