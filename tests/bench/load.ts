import autocannon from 'autocannon';

const connections = 16;
const warmUpSeconds = 4;
const roundSeconds = 4;

export type Target = { name: string; url: string; cookie?: string };
/** Answers a second in each round; and how many milliseconds every answer of all rounds took, shortest first. */
export type Measured = { name: string; perSecond: number[]; times: number[] };

/**
 * Rounds over all targets, in another order each time, so that whatever else the machine does, and whatever one target
 * leaves to the next, falls on each of them alike.
 * @throws when a target answers anything but 200: an error page is fast
 */
export async function measure(
  targets: readonly Target[],
  rounds: number,
  log: (line: string) => void,
): Promise<Measured[]> {
  for (const target of targets) await run(target, warmUpSeconds);
  const measured = targets.map((target) => ({ target, perSecond: [] as number[], times: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { target, perSecond, times } of inTurn(measured, round)) {
      const found = await run(target, roundSeconds);
      perSecond.push(found.times.length / found.seconds);
      for (const time of found.times) times.push(time);
    }
    log(`round ${round + 1} of ${rounds} done`);
  }
  return measured.map(({ target, perSecond, times }) => ({
    name: target.name,
    perSecond,
    times: times.toSorted((a, b) => a - b),
  }));
}

/** Forwards and backwards by turns, and every second time from one place further on. */
function inTurn<One>(all: readonly One[], round: number): One[] {
  const first = (round >> 1) % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

async function run({ name, url, cookie }: Target, duration: number) {
  const times: number[] = [];
  const found = await autocannon({
    url,
    connections,
    duration,
    headers: cookie ? { cookie } : {},
    setupClient: (client) => client.on('response', (_status, _bytes, time) => times.push(time)),
  });
  const wrong = found.non2xx + found.errors + found.timeouts;
  if (wrong > 0) throw new Error(`${name}: ${wrong} of ${found.requests.total} answers were not 200.`);
  return { times, seconds: found.duration };
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

/** Milliseconds within which this percentage of all answers came. */
export const percentile = ({ times }: Measured, percentage: number) =>
  times[Math.ceil((times.length * percentage) / 100) - 1] ?? Number.NaN;
