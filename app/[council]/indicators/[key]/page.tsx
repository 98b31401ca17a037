import type { Metadata } from 'next';
import { cache } from 'react';
import { DefinitionFacts } from '#components/indicators/definition-facts.tsx';
import { Explorer } from '#components/indicators/explorer.tsx';
import { figureWords } from '#components/indicators/figure-markup.ts';
import { LeansOnIt } from '#components/indicators/leans-on-it.tsx';
import { figuresKey, sources } from '#components/indicators/sources.ts';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import { html } from '#lib/html.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import { getIndicator } from '#lib/indicators/queries.ts';

type Props = { params: Promise<{ council: string; key: string }> };

const load = cache(async (council: string, key: string) => {
  const viewer = await requireViewer(council);
  return { viewer, ...(await getIndicator(viewer, key)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { council, key } = await params;
  return { title: (await load(council, key)).figure.title };
}

/** One figure: what it says, every value of it, what exactly is counted, and what leans on it. */
export default async function IndicatorPage({ params }: Props) {
  const { council, key } = await params;
  const { viewer, figure, ...links } = await load(council, key);
  const base = `/${viewer.council.slug}`;
  const chart = chartOf(figure);
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
      <Markup
        html={html`${figureWords(figure, base)}${figuresKey([figure], viewer.council.shortName)}<div class="max-w-[30rem]">${lineChart(chart)}</div>${sources([figure])}`}
      />

      <Explorer chart={chart} />
      <h2>All values</h2>
      <Markup
        html={html`<div class="scroll" role="region" aria-label="All values" tabindex="0">${chartTable(chart)}</div>`}
      />
      <h2>What exactly is counted</h2>
      <DefinitionFacts figure={figure} />
      <LeansOnIt {...links} base={base} statuses={viewer.council.statuses} />
    </>
  );
}
