import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { firstFree } from '#lib/start/ports.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { PlainBrowser } from '#tests/setup/plain-browser.ts';
import { startProduct } from '#tests/setup/product.ts';

const kills = 20;
const form = '/portsmouth/commitments/health-7/update';
const fields = ['reason', 'done', 'difference', 'next'] as const;

test.setTimeout(300_000);

test(`killed ${kills} times in the middle of writes, nothing confirmed is lost and nothing is half there`, async () => {
  const { folder, remove } = scratchFolder();
  const product = await startProduct({ dataDir: folder, port: await firstFree(3400, '127.0.0.1') });
  try {
    const lead = new PlainBrowser(product.url);
    const signInPage = await lead.get('/sign-in');
    const button = signInPage.split('<form').find((part) => part.includes('Health lead'));
    const person = /name="person" value="([^"]+)"/.exec(button ?? '')?.[1] ?? '';
    await lead.submit('/sign-in', signInPage, `value="${person}"`, {});

    let confirmed = 0;
    let tried = 0;
    const stopping = new AbortController();
    /** Saves 1, 2, 3 … in all four answers at once, until told to stop. An answer that never came confirms nothing. */
    async function writeOn(): Promise<void> {
      while (!stopping.signal.aborted) {
        const text = `Save number ${++tried} of a long day.`;
        try {
          const page = await lead.get(form);
          const answers = Object.fromEntries(fields.map((name) => [name, text]));
          const to = await lead.submit(form, page, 'name="version"', {
            ...answers,
            status: 'onTrack',
            intent: 'draft',
          });
          if (to) confirmed = tried;
        } catch {
          await delay(20);
        }
      }
    }

    const writing = writeOn();
    for (let kill = 0; kill < kills; kill++) {
      const before = confirmed;
      await expect.poll(() => confirmed, { timeout: 20_000 }).toBeGreaterThan(before + 1);
      await delay((kill * 37) % 60);
      if (kill % 2 === 0) product.killApp();
      else product.killPostgres();
      await delay(100);
      await product.untilReady();
    }
    stopping.abort();
    await writing;

    const page = await lead.get(form);
    const saved = fields.map((name) => {
      const [, content = ''] = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page) ?? [];
      return Number(/Save number (\d+) of a long day\./.exec(content)?.[1]);
    });
    expect(new Set(saved).size, `one save in all answers: ${saved.join(', ')}`).toBe(1);
    expect(saved[0]).toBeGreaterThanOrEqual(confirmed);
    expect(saved[0]).toBeLessThanOrEqual(tried);
  } finally {
    await product.stop();
    remove();
  }
});
