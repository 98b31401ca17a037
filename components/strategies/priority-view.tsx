import { commitmentsMarkup } from '#components/strategies/commitments-markup.ts';
import { EditLinks } from '#components/strategies/edit-links.tsx';
import { History } from '#components/strategies/history.tsx';
import { countsMarkup } from '#components/strategies/priorities-markup.ts';
import { promiseListMarkup } from '#components/strategies/promise-list-markup.ts';
import { statisticsMarkup } from '#components/strategies/statistics-markup.ts';
import { themesMarkup } from '#components/strategies/themes-markup.ts';
import { priorityAddress } from '#components/strategies/tree-markup.ts';
import { WorkingNotes } from '#components/strategies/working-notes.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { getPriority } from '#lib/strategies/queries.ts';

/** One priority: what it is for, who leads it, its commitments, and the promises it serves. */
export async function PriorityView({
  viewer,
  name,
  strategyKey,
}: {
  viewer: Viewer;
  name: string;
  strategyKey?: string;
}) {
  const priority = await getPriority(viewer, name, strategyKey);
  const { strategy, history, notes } = priority;
  const { slug, statuses } = viewer.council;
  const base = `/${slug}`;
  const place = { base, key: strategy.key, isInForce: strategy.isInForce };
  const lead = priority.leads.map(({ name, organisation }) => (organisation ? `${name}, ${organisation}` : name));
  return (
    <>
      <PageHeading
        title={priority.title}
        lead={priority.outcome}
        crumbs={[
          {
            href: strategy.isInForce ? `${base}/strategy` : `${base}/strategies/${strategy.key}`,
            label: strategy.title,
          },
          ...priority.above.map(({ key, title }) => ({ href: priorityAddress(place, key), label: title })),
        ]}
      >
        <SummaryList
          facts={[
            ['Strategy', strategy.isInForce ? 'In force' : 'Not the one in force'],
            ['Lead', lead.join('; ') || 'Nobody yet'],
            ['Commitments', priority.commitments.length],
            ['Promises', priority.promises.length],
          ]}
        />
      </PageHeading>

      {priority.mayEdit && (
        <EditLinks
          base={base}
          strategy={strategy.key}
          noun="priority"
          name={priority.key}
          adds={['commitment', 'priority']}
        />
      )}
      {strategy.isInForce && (
        <p>
          <a href={`${base}/priorities/${priority.key}/leads`}>Who leads this, and who did</a>
        </p>
      )}
      {priority.vision && (
        <>
          <h2>What we want</h2>
          <p>{priority.vision}</p>
        </>
      )}
      {notes && <WorkingNotes notes={notes} />}
      {priority.under.length > 0 && (
        <>
          <h2>Priorities under it</h2>
          <ul>
            {priority.under.map(({ key, title }) => (
              <li key={key}>
                <a href={priorityAddress(place, key)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}

      {priority.commitments.length > 0 ? (
        <>
          <h2>{count(priority.commitments.length, 'commitment')}, most urgent first</h2>
          <Markup html={countsMarkup(priority.counts, statuses)} />
          <Markup html={commitmentsMarkup(priority.commitments, statuses, base)} />
        </>
      ) : (
        <>
          <h2>Commitments</h2>
          <p>No commitments are kept here for this priority.</p>
        </>
      )}

      <h2>Promises it serves</h2>
      {priority.promises.length > 0 ? (
        <Markup html={promiseListMarkup(priority.promises, base)} />
      ) : (
        <p>No promise rests on this priority.</p>
      )}

      <h2>When the board looks at it</h2>
      {priority.themes.length > 0 ? (
        <Markup html={themesMarkup(priority.themes, base)} />
      ) : (
        <p>No theme of the year takes this priority.</p>
      )}

      {priority.statistics.length > 0 && (
        <>
          <h2>Figures that the strategy prints for it</h2>
          <Markup html={statisticsMarkup(priority.statistics)} />
        </>
      )}
      <History changes={history} />
    </>
  );
}
