import type { Metadata } from 'next';
import { MailForm } from '#components/messages/mail-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getMailChoice } from '#lib/messages/queries.ts';

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'What comes by mail' };

/** Messages are always in the product; by mail as well, if somebody wants that. */
export default async function MailSettingsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const mail = await getMailChoice(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      {(await searchParams).saved === '1' && <Notice kind="success" title="Saved" announce />}
      <PageHeading
        title="What comes by mail"
        lead="You find every message here, whatever you choose."
        crumbs={[
          { href: base, label: 'For me' },
          { href: `${base}/messages`, label: 'Messages' },
        ]}
      />
      <MailForm council={viewer.council.slug} idempotencyKey={crypto.randomUUID()} mail={mail} />
    </>
  );
}
