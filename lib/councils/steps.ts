import 'server-only';
import type { Db } from '#lib/db.ts';

/** What the council still lacks before anybody can report to it. */
export async function missingBeforeReady(db: Db): Promise<string[]> {
  const [strategies, themes, meetings, people] = [
    await db.strategy.count(),
    await db.theme.count(),
    await db.meeting.count(),
    await db.person.count(),
  ];
  return [
    strategies === 0 && 'bring in a strategy',
    themes === 0 && 'add a theme',
    meetings === 0 && 'add a meeting',
    people < 2 && 'add a second person, because nobody approves their own updates',
  ].filter((one) => one !== false);
}
