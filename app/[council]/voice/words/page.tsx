import type { Metadata } from 'next';
import { Empty } from '#components/ui/empty.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { DecidedWords } from '#components/voice/decided-words.tsx';
import { WordsForm } from '#components/voice/words-form.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { count } from '#lib/format.ts';
import { findings, kindWords } from '#lib/guard/rules.ts';
import { listWords } from '#lib/voice/queries.ts';

export const metadata: Metadata = { title: 'Words of young people' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** For the administrator: what young people wrote, to be read before anybody else can read it. */
export default async function WordsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { waiting, decided } = await listWords(viewer);
  const { decided: done } = await searchParams;
  const { slug, rules } = viewer.council;
  const options = { threshold: rules.disclosureThreshold, year: clock().getFullYear() };
  return (
    <>
      {(done === 'shown' || done === 'hidden') && (
        <Notice kind="success" title={done === 'shown' ? 'Everybody can read it now.' : 'It stays hidden.'} announce />
      )}
      <PageHeading
        title="Words of young people"
        lead="Nobody else reads them until you have. Show them as they are, or hide them for a reason. They cannot be edited."
        crumbs={[{ href: `/${slug}/voice`, label: 'What young people say' }]}
      />
      <Notice kind="warning" title="If words make you worry about somebody">
        <p>
          Tell the safeguarding team today, whatever you decide here: hiding words tells nobody. You do not know who
          wrote them, but you know the group.
        </p>
      </Notice>
      <p>
        Hide what names somebody, or lets a reader work out who wrote it: a school, a street, a day, an illness, a rare
        event. Hurting words are hidden too. That words are angry, or wrong, is no reason.
      </p>
      <h2>{count(waiting.length, 'text waits', 'texts wait')}</h2>
      {waiting.length === 0 && <Empty title="Nothing waits for you" />}
      {waiting.map((words) => (
        <WordsForm
          key={words.id}
          words={words}
          fields={{ council: slug, rating: words.id, words: words.why }}
          keys={{ show: crypto.randomUUID(), hide: crypto.randomUUID() }}
          careful={findings([{ field: 'why', text: words.why }], options).map(
            (found) => `${kindWords[found.kind].what}: “${found.words}”`,
          )}
        />
      ))}
      {decided.length > 0 && <DecidedWords decided={decided} council={slug} />}
    </>
  );
}
