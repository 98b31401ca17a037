import type { MailChoice, MessageKind } from '#prisma/generated/enums.ts';

const aboutWhatIsDue: readonly MessageKind[] = [
  'roundReminder',
  'roundOverdue',
  'roundEscalated',
  'nudge',
  'updateReturned',
];

/** Whether a message goes out by mail as well. In the product everybody finds all of theirs. */
export function isMailed(choice: MailChoice, kind: MessageKind): boolean {
  return choice === 'all' || (choice === 'dueOnly' && aboutWhatIsDue.includes(kind));
}

export const mailChoices: Record<MailChoice, { label: string; hint: string }> = {
  all: { label: 'Every message', hint: 'Also when a round opens, and when something is answered.' },
  dueOnly: { label: 'Only what is due or late', hint: 'Reminders, and when somebody asks you for something.' },
  none: { label: 'No mail', hint: 'You find your messages here.' },
};

/** A line of a list: words, and where they lead. */
type Item = { words: string; path: string | null };
/** A paragraph, or a list. */
type Part = string | Item[];

/** A list item as a line of a body. */
export const itemLine = ({ words, path }: Item) => `- ${words}${path ? ` | ${path}` : ''}`;

/** A body as paragraphs and lists: lines that begin with "- " are items, what stands behind the last " | " is their path. */
export function partsOf(body: string): Part[] {
  const parts: Part[] = [];
  for (const line of body.split('\n').filter(Boolean)) {
    if (!line.startsWith('- ')) {
      parts.push(line);
      continue;
    }
    const [, words = '', path = null] = /^- (.*?)(?: \| (\/\S*))?$/.exec(line) ?? [];
    const last = parts.at(-1);
    if (Array.isArray(last)) last.push({ words, path });
    else parts.push([{ words, path }]);
  }
  return parts;
}

/**
 * A message as the text of a mail, with whole addresses.
 * @param site "https://pledges.example.org"
 */
export function mailText({ body, path }: { body: string; path: string }, site: string): string {
  const parts = partsOf(body).map((part) =>
    typeof part === 'string'
      ? part
      : part.map((item) => `- ${item.words}${item.path ? `\n  ${site}${item.path}` : ''}`).join('\n'),
  );
  return [...parts, `Begin here: ${site}${path}`].join('\n\n');
}
