import { SummaryList } from '#components/ui/summary-list.tsx';
import { formatDate } from '#lib/format.ts';
import { periodHeading } from '#lib/indicators/periods/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { goodWords } from '#lib/indicators/words/rules.ts';

/** The definition in force, word for word, and since when; the ones before it by their dates. */
export function DefinitionFacts({ figure }: { figure: Figure }) {
  const { definition, versions } = figure;
  const confirmed = definition.polarityConfirmedBy;
  return (
    <SummaryList
      facts={[
        ['Counted', definition.numeratorMeaning],
        ['Out of', definition.denominatorMeaning],
        ['Who', definition.cohort],
        ['Period', periodHeading[definition.periodType]],
        ['Good is', definition.polarityNote ?? `${goodWords[definition.polarity]}.`],
        ['Confirmed by', confirmed ?? 'Nobody yet: a person has to confirm which way is good'],
        ['Source', definition.source],
        ['Owner', figure.owner ?? 'Nobody yet'],
        ['Next value', figure.freshness.sentence],
        ['Definition', `Version ${definition.version}, in force since ${formatDate(new Date(definition.startsOn))}`],
        ['Why it changed', definition.breakReason],
        [
          'Before it',
          versions.length > 1 &&
            `${versions.length - 1} earlier ${versions.length === 2 ? 'version' : 'versions'}: the line breaks where the count changed`,
        ],
      ]}
    />
  );
}
