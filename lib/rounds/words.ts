import { count, formatDay } from '#lib/format.ts';
import { itemLine } from '#lib/messages/rules.ts';
import type { Due, Owed } from '#lib/rounds/reminders.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';
import { roundName } from '#lib/updates/words.ts';

type Shown = {
  /** "/portsmouth" */
  base: string;
  round: RoundDays & { id: string; meetingAt: Date };
  /** Names by person id. */
  people: ReadonlyMap<string, string>;
};
type Words = { subject: string; body: string; path: string };

const formOf = (base: string, { slug }: Owed) => `${base}/commitments/${slug}/update`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const updates = (n: number) => count(n, 'update');
const late = (n: number) => `${updates(n)} ${n === 1 ? 'is' : 'are'} late`;

/** A message of a round in words: everything that it is about, each with a link that opens its form. */
export function messageOf(due: Due, shown: Shown): Words {
  const { base, round } = shown;
  const n = due.owed.length;
  const by = formatDay(round.dueOn);
  const closes = `The round closes on ${formatDay(round.closesOn)}. After that nothing can be sent.`;
  const list = due.owed.map((one) => itemLine({ words: `${one.ref}: ${one.title}`, path: formOf(base, one) }));
  const first = due.owed[0] ? formOf(base, due.owed[0]) : base;
  const own = (subject: string, opening: string) => ({
    subject,
    body: [opening, ...list, closes].join('\n'),
    path: first,
  });
  switch (due.kind) {
    case 'roundOpened':
      return own(
        `Say how ${count(n, 'commitment is', 'commitments are')} going by ${by}`,
        `${capital(roundName(round.meetingAt))} is open. ${n === 1 ? 'This commitment is' : `These ${n} commitments are`} yours. Each takes about ninety seconds: open it, say how it is going, and send it.`,
      );
    case 'roundReminder':
      return own(
        `${updates(n)} due on ${by}`,
        `This is still to come from you for ${roundName(round.meetingAt)}. It is due on ${by}.`,
      );
    case 'roundOverdue':
      return own(late(n), `This was due on ${by}, and the board has no word of it yet. It can still be sent.`);
    case 'roundEscalated':
      return escalation(due, shown, { list, closes, first });
  }
}

function escalation(due: Due, { base, round, people }: Shown, own: { list: string[]; closes: string; first: string }) {
  const n = due.owed.length;
  const was = `${late(n)} for ${roundName(round.meetingAt)}: due on ${formatDay(round.dueOn)}.`;
  if (due.level === 'deputy') {
    const body = [`${was} You are the deputy of who leads this. Can you send it?`, ...own.list, own.closes];
    return { subject: `${late(n)}, and you are the deputy`, body: body.join('\n'), path: own.first };
  }
  const named = due.owed.map((one) => {
    const leads = one.leads.map((id) => people.get(id) ?? '').filter(Boolean);
    return itemLine({
      words: `${one.ref}: ${one.title} (${leads.join(', ') || 'nobody leads it'})`,
      path: `${base}/commitments/${one.slug}`,
    });
  });
  if (due.level === 'organisation') {
    const body = [`${was} They come from your organisation. Please ask who leads them.`, ...named, own.closes];
    return { subject: `${late(n)} from your organisation`, body: body.join('\n'), path: base };
  }
  const body = [`${was} Their leads and deputies have been told.`, ...named, own.closes];
  return { subject: `${late(n)} in this round`, body: body.join('\n'), path: `${base}/rounds/${round.id}` };
}

/** What a person's nudge says. @param by who asks, as the screen calls them */
export function nudgeOf(owed: readonly Owed[], by: string, { base, round }: Omit<Shown, 'people'>): Words {
  const n = owed.length;
  const list = owed.map((one) => itemLine({ words: `${one.ref}: ${one.title}`, path: formOf(base, one) }));
  const opening = `${by} asks you for ${updates(n)} for ${roundName(round.meetingAt)}, due on ${formatDay(round.dueOn)}.`;
  return {
    subject: `${by} asks you for ${updates(n)}`,
    body: [opening, ...list, `The round closes on ${formatDay(round.closesOn)}. After that nothing can be sent.`].join(
      '\n',
    ),
    path: owed[0] ? formOf(base, owed[0]) : base,
  };
}
