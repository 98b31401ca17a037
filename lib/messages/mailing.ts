import 'server-only';
import pg from 'pg';
import { addressOf } from '#lib/auth/addresses.ts';
import { env } from '#lib/env.ts';
import { html } from '#lib/html.ts';
import { sendMail } from '#lib/mail/send.ts';
import { isMailed, mailText, partsOf } from '#lib/messages/rules.ts';
import type { MailChoice, MessageKind } from '#prisma/generated/enums.ts';

/** A mail server may take its time: longer than the app's own connections wait. */
const pool = () => {
  kept.mailing ??= new pg.Pool({
    connectionString: env.DATABASE_APP_URL,
    max: 4,
    connectionTimeoutMillis: 3_000,
    idle_in_transaction_session_timeout: 60_000,
  }).on('error', () => {});
  return kept.mailing;
};
const kept: { mailing?: pg.Pool } = {};

type Row = {
  personId: string;
  kind: MessageKind;
  subject: string;
  body: string;
  path: string;
  mail: MailChoice;
  council: string;
};

const read = `
  SELECT m."personId", m.kind::text, m.subject, m.body, m.path, p.mail::text, c."shortName" AS council
    FROM "Message" m
    JOIN "Person" p ON p."councilId" = m."councilId" AND p.id = m."personId"
    JOIN "Council" c ON c.id = m."councilId"
   WHERE m.id = $1 AND m."mailedAt" IS NULL AND (p."leftOn" IS NULL OR p."leftOn" >= $2::date)`;

/**
 * Mails one message, once. Whoever mails it holds its lock until the end; that it was mailed is written in the one
 * packet after the mail server has taken it. Should the process die in just that moment, the mail goes out again
 * under the same Message-ID, by which mailboxes know that they have it.
 * @throws when the mail server does not take mail now: the job is tried again
 */
export async function mailMessage(councilId: string, id: string, now: Date): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.council', $1, true), pg_advisory_xact_lock(hashtextextended($2, 0))`, [
      councilId,
      `mail ${id}`,
    ]);
    const [message] = (await client.query<Row>(read, [id, now])).rows;
    const to = message && isMailed(message.mail, message.kind) ? await addressOf(councilId, message.personId) : null;
    if (message && to) {
      await sendMail(written(message, { id, to }));
      const done = client.query('UPDATE "Message" SET "mailedAt" = $2 WHERE id = $1', [id, now]);
      await Promise.all([done, client.query('COMMIT')]);
    } else {
      await client.query('ROLLBACK');
    }
    client.release();
  } catch (error) {
    // Closing the connection undoes what was begun, whatever state it is in.
    client.release(true);
    throw error;
  }
}

function written({ subject, body, path, council }: Row, { id, to }: { id: string; to: string }) {
  const site = env.PLEDGEBOARD_URL;
  const why = `You get this because you have a part in what ${council} promised. What comes by mail, you choose at ${site}${settingsOf(path)}`;
  const parts = partsOf(body).map((part) =>
    typeof part === 'string'
      ? html`<p>${part}</p>`
      : html`<ul>${part.map(({ words, path }) => html`<li>${path ? html`<a href="${site}${path}">${words}</a>` : words}</li>`)}</ul>`,
  );
  return {
    to,
    messageId: `<${id}@${new URL(site).hostname}>`,
    subject,
    text: `${mailText({ body, path }, site)}\n\n${why}\n`,
    html: html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${subject}</title></head>
<body>${parts}<p><a href="${site}${path}">Begin here</a></p><p>${why}</p></body></html>`,
  };
}

const settingsOf = (path: string) => `/${path.split('/')[1]}/messages/settings`;
