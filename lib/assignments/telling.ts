import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { count, formatDay, isoDay } from '#lib/format.ts';
import { sendMessages } from '#lib/messages/sending.ts';

type HandedOver = { to: string; from: string; things: number; on: Date };

/** A message to who takes over: what, from whom, from when, and where to see it. */
export async function tellOfHandOver(viewer: Viewer, db: Db, { to, from, things, on }: HandedOver): Promise<void> {
  const what = count(things, 'thing');
  const message = {
    personId: to,
    kind: 'handedOver' as const,
    key: `handedOver ${isoDay(on)} ${crypto.randomUUID()}`,
    subject: `${from} hands over ${what} to you`,
    body: `From ${formatDay(on)} ${what} that ${from} led, deputised or owned ${things === 1 ? 'is' : 'are'} yours.\nSee what you lead, and what is due.`,
    path: `/${viewer.council.slug}/people/${to}`,
  };
  await sendMessages(db, viewer.councilId, [message], clock());
}
