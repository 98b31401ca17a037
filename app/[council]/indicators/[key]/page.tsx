import type { Metadata } from 'next';
import { cache } from 'react';
import { breakdownTable } from '#components/breakdowns/breakdown-table.ts';
import { DefinitionFacts } from '#components/indicators/definition-facts.tsx';
import { ExploredSection } from '#components/indicators/explored-section.tsx';
import { figureWords } from '#components/indicators/figure-markup.ts';
import { LeansOnIt } from '#components/indicators/leans-on-it.tsx';
import { revisionsMarkup } from '#components/indicators/revisions-markup.ts';
import { sources } from '#components/indicators/sources.ts';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { html } from '#lib/html.ts';
import { getExplored } from '#lib/indicators/exploring/queries.ts';
import { getIndicator } from '#lib/indicators/queries.ts';

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (council: string, key: string) => {
  const viewer = await requireViewer(council);
  return { viewer, ...(await getIndicator(viewer, key)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { council, key } = await params;
  return { title: (await load(council, key)).figure.title };
}

/**
 * One figure: what it says, the chart and the values that somebody chose to see, what exactly is counted, its groups,
 * what was corrected, and what leans on it.
 */
export default async function IndicatorPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const { viewer, figure, mayRecord, maySetUp, ...links } = await load(council, key);
  const found = await getExplored(viewer, key, await searchParams);
  const base = `/${viewer.council.slug}`;
  const { breakdowns, revisions } = found;
  return (
    <>
      <PageHeading
        title={figure.title}
        lead={figure.definition.question}
        crumbs={[
          { href: `${base}/indicators`, label: 'Figures' },
          ...links.themes.map((theme) => ({ href: `${base}/themes/${theme.slug}`, label: theme.name })),
        ]}
      />
      <Markup html={html`${figureWords(figure, base)}${sources([figure])}`} />
      <ExploredSection found={found} path={`${base}/indicators/${key}`} />
      <h2>What exactly is counted</h2>
      <DefinitionFacts figure={figure} />
      {mayRecord && (
        <p>
          <a href={`${base}/indicators/${key}/values`}>Record values</a>
          {maySetUp && (
            <>
              {' · '}
              <a href={`${base}/settings/indicators/${key}`}>Set up this figure</a>
            </>
          )}
        </p>
      )}
      {breakdowns.length > 0 && (
        <>
          <h2>By group</h2>
          <Markup html={html`${breakdowns.map((one) => breakdownTable(one))}`} />
        </>
      )}
      {revisions.length > 0 && (
        <>
          <h2>What was corrected</h2>
          <Markup html={revisionsMarkup(found)} />
        </>
      )}
      <LeansOnIt {...links} base={base} statuses={viewer.council.statuses} />
    </>
  );
}
