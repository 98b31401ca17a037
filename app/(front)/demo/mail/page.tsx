import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { env } from '#lib/env.ts';
import { formatDay, formatTime } from '#lib/format.ts';
import { listMails } from '#lib/mail/files.ts';
import { linkIn } from '#lib/mail/rules.ts';

export const metadata: Metadata = { title: 'Demonstration mail' };

export default async function DemoMailPage() {
  const mails = await listMails();
  return (
    <>
      <PageHeading
        title="Demonstration mail"
        lead="No mail leaves this demonstration. Here is what it would have sent."
      />
      {mails.length === 0 && (
        <Empty title="No mail yet">
          <p>
            <a href="/sign-in">Ask for a link to sign in</a>, and it appears here.
          </p>
        </Empty>
      )}
      {mails.map((mail) => {
        const link = linkIn(mail.text, env.PLEDGEBOARD_URL);
        return (
          <article key={mail.name}>
            <h2>{mail.subject}</h2>
            <p className="soft">
              To {mail.to}, {formatDay(mail.at)} at {formatTime(mail.at)}
            </p>
            <p className="whitespace-pre-line">{mail.text}</p>
            {link && (
              <p>
                <a href={link}>Open the link</a>
              </p>
            )}
          </article>
        );
      })}
    </>
  );
}
