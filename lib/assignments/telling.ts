import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { count, formatDay, isoDay } from '#lib/format.ts';

type HandedOver = { to: string; from: string; things: number; on: Date };

/** A message to who takes over: what, from whom, from when, and where to see it. */
export async function tellOfHandOver(viewer: Viewer, db: Db, { to, from, things, on }: HandedOver): Promise<void> {
  const what = count(things, 'thing');
  await db.message.create({
    data: {
      councilId: viewer.councilId,
      personId: to,
      kind: 'handedOver',
      key: `handedOver ${isoDay(on)} ${crypto.randomUUID()}`,
      subject: `${from} hands over ${what} to you`,
      body: `From ${formatDay(on)} ${what} that ${from} led, deputised or owned ${things === 1 ? 'is' : 'are'} yours.\nSee what you lead, and what is due.`,
      path: `/${viewer.council.slug}/people/${to}`,
    },
  });
}
