import { firstFree } from '#lib/start/ports.ts';
import { addActions } from '#tests/bench/actions.ts';
import { type Measured, measure, median, percentile, ratio } from '#tests/bench/load.ts';
import { sameSize } from '#tests/bench/same-size.ts';
import { signIn } from '#tests/bench/sign-in.ts';
import { type Weight, weigh } from '#tests/bench/weight.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { startProduct } from '#tests/setup/product.ts';

/**
 * `npm run bench`: the built product on a database of its own, against two bare pages of the same server that
 * neither sign in nor read. Ends with 1 when a bound does not hold.
 */
const bounds = { ofSameSize: 0.6, ofRows: 0.4, actionsOfSameSize: 0.4, htmlBytes: 40_000, scriptBytes: 15_000 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const pages = [
  { name: 'theme dashboard', path: '/portsmouth/themes/health' },
  { name: 'commitment list', path: '/portsmouth/commitments' },
  { name: 'promises', path: '/portsmouth/promises' },
  { name: '1,000 actions, a page of 100', path: '/portsmouth/actions' },
  { name: '1,000 actions, the board', path: '/portsmouth/actions?view=board' },
];
const bareRows = '/bench/rows';
const log = (line: string) => console.log(line);

const { folder, remove } = scratchFolder();
log('Starting the product, built for the bench, on a database of its own.');
const product = await startProduct({
  dataDir: folder,
  port: await firstFree(3400, '127.0.0.1'),
  env: { PLEDGEBOARD_BENCH: '1' },
});
try {
  await addActions(folder, 1_000);
  const site = product.url;
  const cookie = await signIn(site, 'Board member');
  const measured = pages.map(({ name, path }) => ({ name, url: site + path, cookie }));
  const bare = await Promise.all(measured.map((target) => sameSize(site, target)));
  const targets = [...measured, ...bare, { name: '62 rows, bare', url: site + bareRows }];
  const rates = await measure(targets, rounds, log);
  printRates(rates);

  const others = await Promise.all(['Strategy officer', 'Health lead'].map((who) => signIn(site, who)));
  const weights = await weigh(site, '/portsmouth', bareRows, [cookie, ...others]);
  printWeights(weights);
  process.exitCode = verdict(rates, weights) ? 0 : 1;
} finally {
  await product.stop();
  remove();
}

function printRates(rates: readonly Measured[]): void {
  const rows = rates.at(-1) as Measured;
  log(`\nRequests a second, median of ${rounds} rounds, 16 connections; times in milliseconds`);
  for (const [at, found] of rates.entries()) {
    const beside = at < pages.length ? rates[at + pages.length] : undefined;
    log(
      [
        found.name.padEnd(32),
        median(found.perSecond).toFixed(1).padStart(7),
        `p50 ${percentile(found, 50).toFixed(0)}`.padStart(9),
        `p99 ${percentile(found, 99).toFixed(0)}`.padStart(9),
        beside
          ? `  ${ratio(found, beside).toFixed(2)} of the same size, ${ratio(found, rows).toFixed(2)} of 62 rows`
          : '',
      ].join(''),
    );
  }
}

function printWeights(weights: readonly Weight[]): void {
  log('\nBytes of each route, gzipped: HTML, and script beyond what the bare page ships');
  for (const { route, path, html, script } of weights) {
    log(`${route.padEnd(44)}${String(html).padStart(7)}${String(script).padStart(7)}  ${path === route ? '' : path}`);
  }
}

/** Which bound holds and which does not. */
function verdict(rates: readonly Measured[], weights: readonly Weight[]): boolean {
  const of = (at: number) => rates[at] as Measured;
  const [theme, actions] = [pages.findIndex(({ name }) => name === 'theme dashboard'), pages.length - 2];
  const html = Math.max(...weights.map((weight) => weight.html));
  const script = Math.max(...weights.map((weight) => weight.script));
  const found = [
    [
      'theme dashboard, of the bare page of the same size',
      ratio(of(theme), of(theme + pages.length)),
      '≥',
      bounds.ofSameSize,
    ],
    ['theme dashboard, of the bare page of 62 rows', ratio(of(theme), rates.at(-1) as Measured), '≥', bounds.ofRows],
    [
      '1,000 actions, of the bare page of the same size',
      ratio(of(actions), of(actions + pages.length)),
      '≥',
      bounds.actionsOfSameSize,
    ],
    [`heaviest HTML of ${weights.length} routes`, html, '≤', bounds.htmlBytes],
    ['heaviest script beyond the bare page', script, '≤', bounds.scriptBytes],
  ] as const;
  log('');
  return found
    .map(([what, value, sign, bound]) => {
      const holds = sign === '≥' ? value >= bound : value <= bound;
      log(`${holds ? 'holds' : 'FAILS'}  ${what}: ${value < 10 ? value.toFixed(2) : value} (${sign} ${bound})`);
      return holds;
    })
    .every(Boolean);
}
