const began = performance.now();

/** Seconds since the launcher began, for people. */
export function secondsSince(start = began): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** A line of its own below the step that is going on. */
export function say(line: string): void {
  console.log(`      ${line}`);
}

const steps = 8;
let current = 0;

/** Says which step begins, does it, and says how long it took when that was long enough to notice. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  current += 1;
  console.log(`[${current}/${steps}] ${title}`);
  const start = performance.now();
  const result = await work();
  if (performance.now() - start > 500) say(`Done in ${secondsSince(start)}.`);
  return result;
}
