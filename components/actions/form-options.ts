import type { ActionOptions } from '#components/actions/action-form.tsx';
import type { Choices } from '#lib/actions/one.ts';
import { actionStatuses } from '#lib/actions/rules.ts';
import { statusWords } from '#lib/actions/words.ts';
import { formatShortDate } from '#lib/format.ts';

export const statusOptions = actionStatuses.map((status) => ({ value: status, label: statusWords[status] }));

/** Somebody in a list of people: with whom they work, so that two of one title are told apart. */
export const personOption = ({ id, name, organisation }: Choices['people'][number]) => ({
  value: id,
  label: organisation ? `${name}, ${organisation.name}` : name,
});

/** What the form of an action offers, as options. */
export const actionOptions = ({ people, organisations, meetings, actions }: Choices): ActionOptions => ({
  statuses: statusOptions,
  people: people.map(personOption),
  organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
  meetings: meetings.map(({ id, startsAt, theme }) => ({
    value: id,
    label: `The meeting of ${formatShortDate(startsAt)}: ${theme.name}`,
  })),
  actions: actions.map(({ id, title, commitment }) => ({ value: id, label: `${commitment.ref}: ${title}` })),
});
