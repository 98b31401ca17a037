import { Details } from '#components/ui/details.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { html } from '#lib/html.ts';
import type { Judgement } from '#lib/indicators/judging/queries.ts';
import { countWords, missingWords, pointWords, sentenceCase } from '#lib/indicators/words/rules.ts';

/** The neighbours one by one, in the order of the model, with their figure of the same period. */
export function NeighbourTable({ figure, members }: Pick<Judgement, 'figure' | 'members'>) {
  const { definition, neighbours, period } = figure;
  if (!neighbours || members.length === 0) return null;
  return (
    <Details summary={`The ${members.length} councils of the set`}>
      <Markup
        html={tableMarkup({
          caption: `${neighbours.setName}${period ? `: ${period}` : ''}`,
          columns: [{ label: 'Council' }, { label: 'How close' }, { label: 'Figure', number: true }],
          rows: members.map(({ name, closeness, point }) => [
            name,
            closeness || 'Chosen here',
            point === null
              ? 'Not held'
              : html`<b>${pointWords(point, definition.unit, definition.decimals)}</b><span class="soft">${countWords(point) ?? (point.symbol && sentenceCase(missingWords[point.symbol]))}</span>`,
          ]),
        })}
      />
    </Details>
  );
}
