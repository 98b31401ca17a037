import { SummaryList } from '#components/ui/summary-list.tsx';
import type { WholeStrategy } from '#lib/strategies/whole.ts';
import { adoptionWords, phaseWords, yearsWords } from '#lib/strategies/words.ts';

type Facts = Pick<
  WholeStrategy,
  'phase' | 'startsOn' | 'endsOn' | 'adoptedBy' | 'adoptedOn' | 'supersedes' | 'supersededBy'
>;

/** When a strategy was in force, who was asked to adopt it, and its neighbours in time. */
export function StrategyFacts({ strategy, base }: { strategy: Facts; base: string }) {
  const link = ({ key, title }: { key: string; title: string }) => (
    <a key={key} href={`${base}/strategies/${key}`}>
      {title}
    </a>
  );
  return (
    <SummaryList
      facts={[
        ['Now', phaseWords[strategy.phase]],
        ['Years', yearsWords(strategy)],
        ['Put for adoption to', adoptionWords(strategy)],
        ['Took the place of', strategy.supersedes && link(strategy.supersedes)],
        ['Its place was taken by', strategy.supersededBy.length > 0 && strategy.supersededBy.map(link)],
      ]}
    />
  );
}
