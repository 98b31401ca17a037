import { SummaryList } from '#components/ui/summary-list.tsx';
import { formatDate, formatDay, formatTime } from '#lib/format.ts';
import { monthName } from '#lib/meetings/rules.ts';
import type { ThemeDashboard } from '#lib/themes/queries.ts';

/** Beside the title, so that it is on the first screen: when, by when, and what the page says of promises and young people. */
export function HeadFacts({ dashboard }: { dashboard: ThemeDashboard }) {
  const { next, month, asOf } = dashboard;
  return (
    <SummaryList
      facts={[
        [
          'Meeting',
          next
            ? `${formatDay(next.startsAt)}, ${formatTime(next.startsAt).replace(' ', '\u00a0')}, ${next.place}`
            : `In ${monthName(month)}; no date yet`,
        ],
        ['Papers due', next && formatDay(next.papersDueOn)],
        ['Promises', promisesFact(dashboard)],
        ['Young people', youngPeopleFact(dashboard)],
        ['Shown as at', `Today, ${formatDate(asOf)}`],
      ]}
    />
  );
}

function promisesFact({ promises }: ThemeDashboard) {
  const without = promises.filter((promise) => !promise.hasCurrentEvidence).length;
  if (promises.length === 0) return null;
  const verb = without === 1 ? 'lacks' : 'lack';
  return (
    <a href="#evidence">
      {without === 0 ? 'All have current evidence' : `${without} of ${promises.length} ${verb} current evidence`}
    </a>
  );
}

function youngPeopleFact({ statistics }: ThemeDashboard) {
  const first = statistics.find(({ kind, figure }) => kind === 'survey' && 'shown' in figure);
  if (!first || !('shown' in first.figure)) return null;
  const said = `${first.figure.shown.text} ${first.measure.charAt(0).toLowerCase()}${first.measure.slice(1)}`;
  return <a href="#young-people">{said}</a>;
}
