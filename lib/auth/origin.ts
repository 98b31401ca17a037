import 'server-only';
import { headers } from 'next/headers';
import { env } from '#lib/env.ts';

/**
 * True when one of our own pages sent this form. Next compares an Origin that is there with the host, and lets
 * a request without one pass; we refuse it. Behind a proxy the browser's Origin is the published address.
 */
export async function cameFromOurPage(): Promise<boolean> {
  const sent = await headers();
  const origin = sent.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  const host = sent.get('x-forwarded-host') ?? sent.get('host');
  return origin === new URL(env.PLEDGEBOARD_URL).origin || new URL(origin).host === host;
}
