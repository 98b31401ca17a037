import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CouncilColour } from '#components/site/council-colour.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { CodeForm } from '#components/voice/code-form.tsx';
import { RatingForm } from '#components/voice/rating-form.tsx';
import { formatDay } from '#lib/format.ts';
import { sayByLink } from '#lib/voice/mutations.ts';
import { openByCode } from '#lib/voice/say.ts';
import { ratingOptions, sayWords } from '#lib/voice/words.ts';

export const metadata: Metadata = { title: 'Say what you think' };

type Props = { params: Promise<{ code: string }> };

/** For somebody of a group, who is not signed in: the promises in plain words, and one form. */
export default async function SayByCodePage({ params }: Props) {
  const code = decoded((await params).code);
  const opened = await openByCode(code);
  if (opened.problem !== null) return <CodeForm problem={opened.problem} typed={code} />;
  const { council, promises, groupName, closesOn } = opened;
  const words = sayWords(council.shortName, promises.length);
  return (
    <>
      <CouncilColour colour={council.colour} nonce={(await headers()).get('x-nonce') ?? ''} />
      <PageHeading title={words.title} lead={words.lead}>
        <p className="soft">
          For {groupName}. You can do this until {formatDay(closesOn)}.
        </p>
      </PageHeading>
      {words.before.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Notice kind="warning" title="Keep it safe">
        <p>{words.noNames}</p>
        <p>{words.unsafe}</p>
      </Notice>
      <RatingForm
        action={sayByLink}
        fields={{ code, visit: crypto.randomUUID() }}
        promises={promises}
        options={ratingOptions}
      />
    </>
  );
}

/** What stands in the address; as it stands where it is not well written. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
