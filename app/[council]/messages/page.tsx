import type { Metadata } from 'next';
import { MessageList } from '#components/messages/message-list.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { markAllRead } from '#lib/messages/mutations.ts';
import { listMessages } from '#lib/messages/queries.ts';

export const metadata: Metadata = { title: 'Messages' };

/** What Pledgeboard told me: the unread first. */
export default async function MessagesPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { unread, read } = await listMessages(viewer);
  const { slug } = viewer.council;
  const base = `/${slug}`;
  const newest = unread[0]?.createdAt.toISOString();
  return (
    <>
      <PageHeading
        title="Messages"
        lead={unread.length > 0 ? `${count(unread.length, 'message')} not read yet.` : undefined}
        crumbs={[{ href: base, label: 'For me' }]}
      />
      <p>
        <a href={`${base}/messages/settings`}>Choose what comes by mail</a>
        {' · '}
        <a href={`${base}/messages/dates`}>Put my dates into my calendar</a>
      </p>
      {unread.length === 0 && (
        <Empty title="Nothing new">
          <p>When a round opens, something is due or somebody asks you for an update, it stands here.</p>
        </Empty>
      )}
      {unread.length > 0 && <h2>Not read yet</h2>}
      <MessageList messages={unread} council={slug} />
      {unread.length > 1 && newest && (
        <ActionForm action={markAllRead}>
          <HiddenFields council={slug} shownUntil={newest} />
          <SubmitButton look="secondary" sending="Saving…">
            Mark all {unread.length} as read
          </SubmitButton>
        </ActionForm>
      )}
      {read.length > 0 && (
        <>
          <h2>Read</h2>
          <Details summary={`Show ${count(read.length, 'message')}`}>
            <MessageList messages={read} council={slug} />
          </Details>
        </>
      )}
    </>
  );
}
