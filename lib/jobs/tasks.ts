import 'server-only';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { listCouncilIds } from '#lib/auth/addresses.ts';
import { clock } from '#lib/clock.ts';
import { forgetOldFiles } from '#lib/imports/forgetting.ts';
import { readImport } from '#lib/imports/reading.ts';
import { saveImport } from '#lib/imports/saving.ts';
import { forgetOldKeys } from '#lib/jobs/tidying.ts';
import { mailMessage } from '#lib/messages/mailing.ts';
import { tickRounds } from '#lib/rounds/ticking.ts';

const aboutOne = z.object({ councilId: z.uuid(), id: z.uuid() });

/** What runs by itself. Each task may be broken off at any moment and run again. */
export const tasks: TaskList = {
  tickRounds: () => inEachCouncil(tickRounds),
  async tidyUp() {
    await inEachCouncil(forgetOldKeys);
    await inEachCouncil(forgetOldFiles);
  },
  async readImport(payload) {
    const { councilId, id } = aboutOne.parse(payload);
    await readImport(councilId, id);
  },
  async saveImport(payload) {
    const { councilId, id } = aboutOne.parse(payload);
    await saveImport(councilId, id);
  },
  async sendMail(payload) {
    const { councilId, id } = aboutOne.parse(payload);
    try {
      await mailMessage(councilId, id, clock());
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      // Trying again would not help, and the message is in the product all the same. The address stays out of the log.
      process.stderr.write(`jobs: the mail server refuses mail ${id} for good\n`);
    }
  },
};

/** When, in UTC: the round itself looks at the time in London. */
export const crontab = ['*/5 6-18 * * * tickRounds ?jobKey=tickRounds', '17 2 * * * tidyUp ?jobKey=tidyUp'].join('\n');

/** One council's trouble does not keep the others waiting. */
async function inEachCouncil(work: (councilId: string) => Promise<unknown>): Promise<void> {
  const ids = await listCouncilIds();
  const results: PromiseSettledResult<unknown>[] = [];
  for (const id of ids) results.push(...(await Promise.allSettled([work(id)])));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) throw failed[0]?.reason;
}

/** A 5xx answer to the address or the mail itself: RFC 5321, 4.2.1. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
