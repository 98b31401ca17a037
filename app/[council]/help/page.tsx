import type { Metadata } from 'next';
import { KindWords } from '#components/help/kind-words.tsx';
import { Protection } from '#components/help/protection.tsx';
import { Statuses } from '#components/help/statuses.tsx';
import { Words } from '#components/help/words.tsx';
import { VerdictRule } from '#components/promises/rule.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'How Pledgeboard works' };

/** The words, the rules and the sources, for anybody who wonders what a page means. */
export default async function HelpPage({ params }: { params: Promise<{ council: string }> }) {
  const { council } = await requireViewer((await params).council);
  return (
    <>
      <PageHeading
        title="How Pledgeboard works"
        lead="What the words mean, how we decide, and where the figures come from."
      />
      <h2>The chain from a promise to a child</h2>
      <p>
        A promise rests on commitments. Leads say how each commitment goes, with evidence. Figures show whether it made
        a difference. The {council.vocabulary.board ?? 'board'} decides what to do, and children are told. Every page is
        one step of this chain and links to the steps beside it.
      </p>

      <h2>Words</h2>
      <Words vocabulary={council.vocabulary} />

      <h2 id="statuses">Status and freshness</h2>
      <Statuses council={council} />

      <h2 id="verdicts">Is a promise being kept?</h2>
      <VerdictRule />

      <h2 id="figures">How figures are protected</h2>
      <Protection threshold={council.rules.disclosureThreshold} />

      <h2 id="writing">Words that point at nobody and hurt nobody</h2>
      <KindWords council={council} />

      <h2 id="sources">Where it comes from</h2>
      <ul>
        <li>
          Figures of the Department for Education come from its service Explore Education Statistics. They are Crown
          copyright, used under the{' '}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="noreferrer">
            Open Government Licence v3.0
          </a>
          . Each figure names the publication it is from.
        </li>
        <li>
          The strategy, its priorities, commitments and promises are those of {council.name}, told in plain words of our
          own.
        </li>
        {council.demo && (
          <li>
            The updates, evidence and people here are made up, to show how the product works. They are marked as
            demonstration content. Nobody at {council.name} wrote them.
          </li>
        )}
      </ul>
    </>
  );
}
