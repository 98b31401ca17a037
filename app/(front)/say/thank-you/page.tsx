import type { Metadata } from 'next';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { sayWords } from '#lib/voice/words.ts';

export const metadata: Metadata = { title: 'Thank you' };

/** After somebody of a group has said what they think. It says nothing of what they said. */
export default function ThankYouPage() {
  const { after, unsafe } = sayWords('', 0);
  return (
    <>
      <PageHeading title="Thank you" lead="We have what you said. You helped." />
      {after.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Notice title="Do you need help now?">
        <p>{unsafe}</p>
      </Notice>
    </>
  );
}
