import type { Metadata } from 'next';
import { promisesMarkup } from '#components/promises/promise-markup.ts';
import { Rule } from '#components/promises/rule.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Tally } from '#components/ui/tally.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listPromises } from '#lib/promises/queries.ts';
import { countsByVerdict } from '#lib/promises/rules.ts';
import { introWords, verdictWords } from '#lib/promises/words.ts';

export const metadata: Metadata = { title: 'Promises' };

/** For a young person: each promise, whether it is kept, why we say so, and what changed. */
export default async function PromisesPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const promises = await listPromises(viewer);
  const { slug, shortName, vocabulary, rules } = viewer.council;
  if (promises.length === 0) {
    return (
      <>
        <PageHeading title="Promises" />
        <Empty title="No promises yet">
          <p>{shortName} has not put its promises here yet.</p>
        </Empty>
      </>
    );
  }
  const intro = introWords(shortName, promises.length, vocabulary.childrenInCare ?? 'children in our care');
  const counts = countsByVerdict(promises.map((promise) => promise.verdict));
  return (
    <>
      <PageHeading title={intro.title} lead={intro.lead} />
      <Tally items={counts.map(({ verdict, count }) => ({ count, label: verdictWords[verdict].toLowerCase() }))} />
      <Rule threshold={rules.disclosureThreshold} />
      <p className="no-print leading-10">
        <a href={`/${slug}/voice`}>What young people say, and what we answered</a>
        <br />
        <a href={`/${slug}/promises/without-evidence`}>Promises without new proof</a>
      </p>
      <Markup html={promisesMarkup(promises, `/${slug}`)} />
    </>
  );
}
