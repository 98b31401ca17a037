import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listStrategies } from '#lib/strategies/queries.ts';
import { adoptionWords, holdsWords, phaseWords, yearsWords } from '#lib/strategies/words.ts';

export const metadata: Metadata = { title: 'Strategies' };

/** All strategies in time: which is in force, and which took the place of which. */
export default async function StrategiesPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { strategies, mayEdit } = await listStrategies(viewer);
  const base = `/${viewer.council.slug}/strategies`;
  return (
    <>
      <PageHeading
        title="Strategies"
        lead="One takes the place of another. What an earlier one said stays readable here."
        crumbs={[{ href: `/${viewer.council.slug}/strategy`, label: 'The strategy in force' }]}
      />
      {strategies.length === 0 && <Empty title="No strategy yet" />}
      {strategies.map((one) => (
        <section key={one.key} className="mb-10 border-t border-line" aria-labelledby={`s-${one.key}`}>
          <h2 id={`s-${one.key}`}>
            <a href={`${base}/${one.key}`}>{one.title}</a>
          </h2>
          <SummaryList
            facts={[
              ['Years', yearsWords(one)],
              ['Now', phaseWords[one.phase]],
              ['Put for adoption to', adoptionWords(one)],
              ['Took the place of', one.supersedes?.title],
              ['Its place was taken by', one.supersededBy.map(({ title }) => title).join(', ')],
              ['It holds', holdsWords(one._count)],
              [
                'As a file',
                <a key="file" href={`${base}/${one.key}/workbook`}>
                  Download {one.key} as a workbook
                </a>,
              ],
            ]}
          />
          {mayEdit && one.supersededBy.length === 0 && (
            <p className="actions">
              <ButtonLink look="secondary" href={`${base}/${one.key}/next`}>
                Start the next strategy <span className="hidden-words">after {one.title}</span>
              </ButtonLink>
            </p>
          )}
        </section>
      ))}
      {mayEdit && strategies.length === 0 && (
        <p className="actions">
          <ButtonLink href={`/${viewer.council.slug}/settings/strategy`}>Bring one in from a workbook</ButtonLink>
          <ButtonLink look="secondary" href={`${base}/new`}>
            Enter the first strategy
          </ButtonLink>
        </p>
      )}
    </>
  );
}
