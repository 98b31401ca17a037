import type { Task } from '#components/needs/tasks.tsx';
import { day, daysBetween } from '#lib/calendar/rules.ts';
import { count, isoDay } from '#lib/format.ts';
import { type Act, isLate } from '#lib/needs/rules.ts';
import { agoInWords, dueInWords } from '#lib/updates/words.ts';

type Shown = { today: Date; base: string; roundName: string };

/** What waits for the viewer, as rows. @param base "/portsmouth" */
export function actTask(act: Act, { today, base, roundName }: Shown): Task {
  const commitment = `${act.ref}: ${act.title}`;
  const form = `${base}/commitments/${act.key}/update`;
  const when = act.on ? dueInWords(daysBetween(today, act.on)) : undefined;
  const late = isLate(act, today) && when ? { tag: { label: when } } : { when };
  switch (act.kind) {
    case 'returned':
      return {
        href: form,
        what: commitment,
        why: `Your update came back: “${act.note}”`,
        tag: { label: 'Returned' },
        when,
      };
    case 'begun':
      return {
        href: form,
        what: commitment,
        why: 'You have begun to write. Finish it and send it.',
        ...late,
      };
    case 'due':
      return { href: form, what: commitment, why: `Say how it is going, for ${roundName}.`, ...late };
    case 'action':
      return {
        href: `${base}/actions/${act.key}`,
        what: act.title,
        why: `An action of yours, for ${act.ref}.`,
        ...late,
      };
    case 'figures':
      return {
        href: act.key ? `${base}/indicators/${act.key}/values` : `${base}/indicators/workbook`,
        what: act.key ? `Record the next value: ${act.ref}` : `Record ${count(Number(act.title), 'figure')}`,
        why: act.key
          ? 'You own this figure.'
          : `${act.ref.split('; ').slice(0, 3).join('; ')}${Number(act.title) > 3 ? ' and others' : ''}: you own them.`,
        ...late,
      };
    case 'decide':
      return {
        href: `${base}/updates/${act.key}`,
        what: commitment,
        why: `${act.note} sent an update. Read it and decide.`,
        when: act.on ? `sent ${agoInWords(daysBetween(day(isoDay(act.on)), today))}` : undefined,
      };
    case 'words':
      return {
        href: `${base}/voice/words`,
        what: `Read ${count(Number(act.title), 'text')} of young people`,
        why: 'Nobody else can read what they wrote until you have.',
      };
    case 'answer':
      return {
        href: `${base}/voice`,
        what: `Answer what young people said of ${count(Number(act.title), 'promise')}`,
        why: 'Everybody can see that there is no answer yet.',
      };
    case 'rate':
      return {
        href: `${base}/voice/rate`,
        what: `Say whether ${count(Number(act.title), 'promise is', 'promises are')} kept`,
        why: `What you think stands beside what the board says, for ${roundName}.`,
        ...late,
      };
    case 'leaderless':
      return {
        href: `${base}/people#without-lead`,
        what: `${count(Number(act.title), 'commitment')} without a lead`,
        why: `${firstOf(act.ref)}: nobody will say how ${Number(act.title) === 1 ? 'it goes' : 'they go'}. Give each a lead.`,
        tag: { kind: 'offTrack', label: 'No lead' },
      };
    case 'leftBehind':
      return {
        href: `${base}/people/${act.key}`,
        what: `Hand over what ${act.ref} left behind`,
        why: `${count(Number(act.title), 'thing waits', 'things wait')} for somebody to take over.`,
        tag: { kind: 'atRisk', label: 'Has left' },
      };
    case 'publish':
      return {
        href: `${base}/updates`,
        what: `Publish ${count(Number(act.title), 'approved update')}`,
        why: `${act.ref}: approved, but nobody else can read it yet.`,
      };
  }
}

const shownRefs = 4;

/** "Home 1, Home 2, Home 3, Home 4 and 6 more" */
function firstOf(refs: string): string {
  const all = refs.split(', ');
  const more = all.length - shownRefs;
  return more > 0 ? `${all.slice(0, shownRefs).join(', ')} and ${more} more` : refs;
}
