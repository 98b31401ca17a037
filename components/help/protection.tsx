import { SummaryList } from '#components/ui/summary-list.tsx';
import { missingWords } from '#lib/indicators/words/rules.ts';

/** How a figure is kept from pointing at a child, and what the symbols mean that stand in a number's place. */
export function Protection({ threshold }: { threshold: number }) {
  const symbols = Object.entries(missingWords);
  return (
    <>
      <p>
        No page holds a record of a single child.{' '}
        {threshold > 0 &&
          `A count of children from 1 to ${threshold} is not shown, and neither is the percentage that belongs to it, because somebody could be recognised. Nought is shown.`}
      </p>
      <p>A symbol in square brackets stands where there is no number:</p>
      <SummaryList facts={symbols.map(([symbol, meaning]) => [`[${symbol}]`, meaning] as const)} />
      <p className="mt-4">
        When a figure begins to be counted in another way, the old and the new are shown apart and never compared.
        Whether up is good is written beside each figure.
      </p>
    </>
  );
}
