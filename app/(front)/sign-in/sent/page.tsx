import type { Metadata } from 'next';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { env } from '#lib/env.ts';

export const metadata: Metadata = { title: 'Check your email' };

export default function LinkSentPage() {
  return (
    <>
      <PageHeading
        title="Check your email"
        lead="If we know the address you gave, a link is on its way to it. It works once, for ten minutes."
      />
      <p>
        Nothing there after two minutes? Look in the junk folder, then <a href="/sign-in">ask for another link</a>. If
        that does not come either, ask your council’s administrator whether they have added that address.
      </p>
      {env.PLEDGEBOARD_DEMO && !env.SMTP_URL && (
        <p>
          This demonstration sends no mail: <a href="/demo/mail">read the mail it would have sent</a>.
        </p>
      )}
    </>
  );
}
