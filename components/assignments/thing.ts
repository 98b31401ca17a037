import type { Person } from '#lib/assignments/hands.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

type Thing = Pick<Person['holds'][number], 'priority' | 'commitment' | 'action'>;
type Row = { startsOn: Date; endsOn: Date | null };

/** What is led, in words: "Priority: Health and wellbeing", "Home 4: …". */
export function thingWords({ priority, commitment, action }: Thing): string {
  if (priority) return `Priority: ${priority.title}`;
  return commitment ? `${commitment.ref}: ${commitment.title}` : `Action: ${action?.title}`;
}

/** The same as a link. @param base "/portsmouth" */
export function thingLink(thing: Thing, base: string): Html {
  const { priority, commitment, action } = thing;
  const path = priority
    ? `priorities/${priority.key}`
    : commitment
      ? `commitments/${commitment.slug}`
      : `actions/${action?.id}`;
  return html`<a href="${base}/${path}">${thingWords(thing)}</a>`;
}

/** "since 1 April 2024", "from 1 December 2026", "1 April 2024 to 3 May 2025" */
export function spanWords({ startsOn, endsOn }: Row, today: Date): string {
  if (endsOn) return `${formatDate(startsOn)} to ${formatDate(endsOn)}`;
  return `${startsOn > today ? 'from' : 'since'} ${formatDate(startsOn)}`;
}
