import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { LinkForm } from '#components/voice/link-form.tsx';
import { LinkList } from '#components/voice/link-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { env } from '#lib/env.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { roundName } from '#lib/updates/words.ts';
import { listLinks } from '#lib/voice/queries.ts';

export const metadata: Metadata = { title: 'Links for groups' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** For the administrator: a code for each group, by which its people say what they think without signing in. */
export default async function LinksPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { revoked } = await searchParams;
  const { rounds, links, today } = await listLinks(viewer);
  const { slug, rules } = viewer.council;
  const [first] = rounds;
  const starts = first && new Date(Math.max(first.opensOn.getTime(), today.getTime()));
  return (
    <>
      {revoked !== undefined && (
        <Notice kind="success" title="The link is revoked. What was said by it stays." announce />
      )}
      <PageHeading
        title="Links for groups"
        lead="Each group gets a code. With it, its people say whether the promises are kept. Nobody signs in and nobody is known."
        crumbs={[{ href: `/${slug}/voice`, label: 'What young people say' }]}
      />
      <h2>Make a link</h2>
      {first && starts ? (
        <LinkForm
          council={slug}
          site={env.PLEDGEBOARD_URL}
          idempotencyKey={crypto.randomUUID()}
          rounds={rounds.map((round) => ({
            value: round.id,
            label: `${roundName(round.meetingAt)}, ${formatDate(round.opensOn)} to ${formatDate(round.closesOn)}`,
          }))}
          saved={{ opensOn: isoDay(starts), closesOn: isoDay(first.closesOn) }}
        />
      ) : (
        <p>No round is open or planned. A link belongs to a round.</p>
      )}
      <h2>Links so far</h2>
      {links.length > 0 ? (
        <LinkList links={links} council={slug} threshold={rules.disclosureThreshold} />
      ) : (
        <Empty title="No link yet" />
      )}
    </>
  );
}
