import autocannon from 'autocannon';

const connections = 16;
const warmUpSeconds = 4;
const roundSeconds = 4;

export type Target = { name: string; url: string; cookie?: string };
export type Measured = { name: string; perSecond: number[]; p50: number[]; p99: number[] };

/**
 * Rounds in turn over all targets, so that whatever else the machine does falls on each of them alike.
 * @throws when a target answers anything but 200: an error page is fast
 */
export async function measure(
  targets: readonly Target[],
  rounds: number,
  log: (line: string) => void,
  secondsOfRound = roundSeconds,
): Promise<Measured[]> {
  for (const target of targets) await run(target, warmUpSeconds);
  const measured = targets.map(({ name }) => ({
    name,
    perSecond: [] as number[],
    p50: [] as number[],
    p99: [] as number[],
  }));
  for (let round = 1; round <= rounds; round++) {
    for (const [at, target] of targets.entries()) {
      const found = await run(target, secondsOfRound);
      measured[at]?.perSecond.push(found.requests.total / found.duration);
      measured[at]?.p50.push(found.latency.p50);
      measured[at]?.p99.push(found.latency.p99);
    }
    log(`round ${round} of ${rounds} done`);
  }
  return measured;
}

async function run({ name, url, cookie }: Target, duration: number) {
  const found = await autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} });
  const wrong = found.non2xx + found.errors + found.timeouts;
  if (wrong > 0) throw new Error(`${name}: ${wrong} of ${found.requests.total} answers were not 200.`);
  return found;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The median over the rounds of one rate by the other: both of a round saw the same machine. */
export const ratio = (one: Measured, other: Measured) =>
  median(one.perSecond.map((rate, round) => rate / (other.perSecond[round] ?? Number.NaN)));
