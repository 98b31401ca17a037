import type { Metadata } from 'next';
import { cache } from 'react';
import { verdictTags } from '#components/indicators/judged.ts';
import { NeighbourTable } from '#components/indicators/neighbour-table.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getJudgement } from '#lib/indicators/judging/queries.ts';
import { judgement } from '#lib/indicators/judging/rules.ts';
import { can } from '#lib/permissions.ts';

type Props = { params: Promise<{ council: string; key: string }> };

const load = cache(async (council: string, key: string) => {
  const viewer = await requireViewer(council);
  return { viewer, ...(await getJudgement(viewer, key)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { council, key } = await params;
  return { title: `How ${(await load(council, key)).figure.title} is judged` };
}

/** The rule behind every verdict on a figure, with its own numbers put in and the people who set them. */
export default async function RulePage({ params }: Props) {
  const { council, key } = await params;
  const { viewer, figure, decided, members } = await load(council, key);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="How this is judged"
        lead={`${figure.title}: ${figure.text}${figure.period ? `, ${figure.period}` : ''}.`}
        crumbs={[
          { href: `${base}/indicators`, label: 'Figures' },
          { href: `${base}/indicators/${key}`, label: figure.title },
        ]}
      />
      <Markup html={verdictTags(figure)} />
      {judgement(figure, decided).map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          <p>{section.outcome}</p>
          {section.facts.length > 0 && <SummaryList facts={section.facts} />}
          {section.id === 'others' && <NeighbourTable figure={figure} members={members} />}
        </section>
      ))}
      {can.editIndicators(viewer) && (
        <p className="no-print">
          <a href={`${base}/settings/indicators/${key}`}>Change targets, owner or direction</a>,{' '}
          <a href={`${base}/settings/neighbours`}>choose the councils to compare with</a>.
        </p>
      )}
    </>
  );
}
