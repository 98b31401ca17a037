import { firstFree } from '#lib/start/ports.ts';
import { measure, median, percentile, ratio, type Target } from '#tests/bench/load.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { startProduct } from '#tests/setup/product.ts';

/**
 * A released page of the built product against a bare route handler of the same server that returns the same bytes with
 * the same headers, in one run; and what the public data answers, for the record. Ends with 1 when the bound does not hold.
 */
const bound = 0.8;
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const page = '/portsmouth/public/health/editions/1';
const log = (line: string) => console.log(line);

/** Those of the connection are the server's own. */
const ofConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length']);

const { folder, remove } = scratchFolder();
const product = await startProduct({
  dataDir: folder,
  port: await firstFree(3400, '127.0.0.1'),
  env: { PLEDGEBOARD_BENCH: '1', PLEDGEBOARD_API_PER_MINUTE: '100000' },
});
try {
  const site = product.url;
  const read = await fetch(site + page, { headers: { 'accept-encoding': 'identity' } });
  if (read.status !== 200) throw new Error(`${page} answered ${read.status}.`);
  const bytes = await read.arrayBuffer();
  const headers = [...read.headers].filter(([name]) => !ofConnection.has(name));
  headers.push(['content-length', String(bytes.byteLength)]);
  const sent = { method: 'PUT', body: bytes, headers: { 'x-headers': JSON.stringify(headers) } };
  await fetch(`${site}/bench/public/bytes`, sent);
  const again = await fetch(`${site}/bench/public/bytes`, { headers: { 'accept-encoding': 'identity' } });
  if (!Buffer.from(await again.arrayBuffer()).equals(Buffer.from(bytes)))
    throw new Error('The bare handler sends other bytes.');
  const targets: Target[] = [
    { name: `released page (${Math.round(bytes.byteLength / 1000)} kB)`, url: site + page },
    { name: 'bare handler, the same bytes', url: `${site}/bench/public/bytes` },
    { name: 'the same page by the address of its set', url: `${site}/portsmouth/public/health` },
  ];
  const [released, bare, bySet] = await measure(targets, rounds, log);
  if (!released || !bare || !bySet) throw new Error('Nothing was measured.');
  for (const one of [released, bare, bySet]) {
    const [half, slowest] = [50, 99].map((percentage) => percentile(one, percentage).toFixed(1));
    log(
      `${one.name.padEnd(44)}${median(one.perSecond).toFixed(0).padStart(7)} a second  p50 ${half} ms  p99 ${slowest} ms`,
    );
  }
  const found = ratio(released, bare);
  log(`${found >= bound ? 'holds' : 'FAILS'}  released page, of the bare handler: ${found.toFixed(2)} (≥ ${bound})`);
  process.exitCode = found >= bound ? 0 : 1;
} finally {
  await product.stop();
  remove();
}
