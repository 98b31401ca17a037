import { firstFree } from '#lib/start/ports.ts';
import { databaseAddress } from '#tests/bench/database-address.ts';
import { addLargeData } from '#tests/bench/large.ts';
import { type Measured, measure, median, ratio } from '#tests/bench/load.ts';
import { signIn } from '#tests/bench/sign-in.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { startProduct } from '#tests/setup/product.ts';

/**
 * `npm run bench:large`: the theme dashboards of the demonstration council, once with its own data and once in a
 * database with every authority's figures beside them, both products side by side in one run. Ends with 1 when the
 * large one answers less than 0.85 as often, or its slowest hundredth takes more than 1.15 as long.
 */
const bounds = { rate: 0.85, slowest: 1.15 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
/** The slowest hundredth of a short round is five requests, and says little. */
const secondsOfRound = 10;
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
  products.push(await start('large', 3420, true));
  const targets = themes.flatMap((theme) =>
    products.map(({ name, url, cookie }) => ({
      name: `${theme}, ${name}`,
      url: `${url}/portsmouth/themes/${theme}`,
      cookie,
    })),
  );
  const found = await measure(targets, rounds, log, secondsOfRound);
  const holds = themes.map((theme, at) => said(theme, found[2 * at] as Measured, found[2 * at + 1] as Measured));
  process.exitCode = holds.every(Boolean) ? 0 : 1;
} finally {
  for (const { stop } of products) await stop();
}

/** Of each pair in a round both saw the same machine. */
function said(theme: string, small: Measured, large: Measured): boolean {
  const rate = ratio(large, small);
  const slowest = median(large.p99.map((time, round) => time / (small.p99[round] ?? Number.NaN)));
  const holds = rate >= bounds.rate && slowest <= bounds.slowest;
  for (const { name, perSecond, p99 } of [small, large]) {
    log(`${name.padEnd(28)}${median(perSecond).toFixed(1).padStart(8)} a second, p99 ${median(p99)} ms`);
  }
  log(
    `${holds ? 'holds' : 'FAILS'}  ${theme}: rate ${rate.toFixed(2)}, p99 ${slowest.toFixed(2)} of the demonstration's`,
  );
  return holds;
}
