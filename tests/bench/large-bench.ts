import { firstFree } from '#lib/start/ports.ts';
import { databaseAddress } from '#tests/bench/database-address.ts';
import { addLargeData } from '#tests/bench/large.ts';
import { type Measured, measure, median, percentile, ratio } from '#tests/bench/load.ts';
import { signIn } from '#tests/bench/sign-in.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { startProduct } from '#tests/setup/product.ts';

/**
 * `npm run bench:large`: the theme dashboards of the demonstration council, once with its own data and once in a
 * database with every authority's figures beside them, in one run. A second product with the demonstration's data says
 * by how much two equal ones differ on this machine. Ends with 1 when the large one answers less than 0.85 as often as
 * the first, or its slowest hundredth takes more than 1.15 as long.
 */
const bounds = { rate: 0.85, slowest: 1.15 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 20);
const themes = ['health', 'home'];
const log = (line: string) => console.log(line);

type Made = { name: string; url: string; cookie: string; stop: () => Promise<unknown> };

async function start(name: string, port: number, isLarge: boolean): Promise<Made> {
  const { folder, remove } = scratchFolder();
  const env = { PLEDGEBOARD_BENCH: '1' };
  const product = await startProduct({ dataDir: folder, port: await firstFree(port, '127.0.0.1'), env });
  if (isLarge) {
    const observations = await addLargeData(databaseAddress(folder, 'superuser'));
    log(`${observations.toLocaleString('en-GB')} observations of 153 councils`);
  }
  const stop = async () => {
    await product.stop();
    remove();
  };
  return { name, url: product.url, cookie: await signIn(product.url, 'Board member'), stop };
}

const products: Made[] = [];
try {
  products.push(await start('demonstration', 3400, false));
  products.push(await start('the same again', 3410, false));
  products.push(await start('large', 3420, true));
  const holds: boolean[] = [];
  for (const theme of themes) {
    const targets = products.map(({ name, url, cookie }) => ({
      name,
      cookie,
      url: `${url}/portsmouth/themes/${theme}`,
    }));
    const [small, again, large] = await measure(targets, rounds, log);
    if (!small || !again || !large) throw new Error('Nothing was measured.');
    for (const one of [small, again, large]) {
      const [half, slowest] = [50, 99].map((percentage) => percentile(one, percentage).toFixed(0));
      log(
        `${one.name.padEnd(16)}${median(one.perSecond).toFixed(1).padStart(7)} a second, p50 ${half} ms, p99 ${slowest} ms`,
      );
    }
    const [same, found] = [compare(again, small), compare(large, small)];
    const isWithin = found.rate >= bounds.rate && found.slowest <= bounds.slowest;
    log(`       ${theme}, the same again: ${said(same)} of the demonstration's`);
    log(`${isWithin ? 'holds' : 'FAILS'}  ${theme}, large: ${said(found)} of the demonstration's`);
    holds.push(isWithin);
  }
  process.exitCode = holds.every(Boolean) ? 0 : 1;
} finally {
  for (const { stop } of products) await stop();
}

function compare(one: Measured, other: Measured) {
  return { rate: ratio(one, other), slowest: percentile(one, 99) / percentile(other, 99) };
}

function said({ rate, slowest }: ReturnType<typeof compare>): string {
  return `rate ${rate.toFixed(2)}, p99 ${slowest.toFixed(2)}`;
}
