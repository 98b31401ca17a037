import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { voiceTable } from '#components/voice/voice-table.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDay } from '#lib/format.ts';
import { roundName } from '#lib/updates/words.ts';
import { getVoice } from '#lib/voice/queries.ts';
import { differs } from '#lib/voice/rules.ts';
import { youngRule } from '#lib/voice/words.ts';

export const metadata: Metadata = { title: 'What young people say' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Both verdicts on every promise side by side, and whether what young people said was answered. */
export default async function VoicePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { sent } = await searchParams;
  const { promises, round, mayRate, mayManage, waitingWords } = await getVoice(viewer);
  const base = `/${viewer.council.slug}`;
  const heard = promises.filter(({ young }) => young.wasHeard);
  const apart = promises.filter(({ verdict, young }) => differs(verdict, young.view));
  return (
    <>
      {sent !== undefined && <Notice kind="success" title="We have what you said. Thank you." announce />}
      <PageHeading
        title="What young people say"
        lead="Beside what we say of each promise stands what young people say of it."
        crumbs={[{ href: `${base}/promises`, label: 'Promises' }]}
      />
      {mayRate && round && (
        <p className="actions">
          <ButtonLink href={`${base}/voice/rate`}>Say what you think</ButtonLink>
          <span>
            For {roundName(round.meetingAt)}, until {formatDay(round.closesOn)}.
          </span>
        </p>
      )}
      {mayManage && (
        <ul>
          <li>
            <a href={`${base}/voice/links`}>Links for groups</a>
          </li>
          <li>
            <a href={`${base}/voice/words`}>Words to read before they are shown</a>: {waitingWords || 'none wait'}
          </li>
        </ul>
      )}
      {heard.length > 0 ? (
        <>
          <p>
            {apart.length === 0
              ? 'Where young people have told us, we say the same.'
              : `About ${count(apart.length, 'promise')} we do not agree.`}
          </p>
          <Markup html={voiceTable(promises, base)} />
        </>
      ) : (
        <Empty title="Nobody has told us yet">
          <p>When young people say what they think of the promises, it stands here.</p>
        </Empty>
      )}
      <h2>How we count it</h2>
      {youngRule(viewer.council.rules.disclosureThreshold).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
