/** So many files a minute for one person: more than anybody reads, fewer than a program takes. */
export const mostFiles = 60;
const windowMs = 60_000;

/** Counts what each person took in the last minute. Forgets who has taken nothing since. */
export function makeRate() {
  const taken = new Map<string, number[]>();
  /** @returns 0 when one more may be taken, else in how many seconds */
  return (personId: string, now: number): number => {
    for (const [person, times] of taken) if ((times.at(-1) ?? 0) <= now - windowMs) taken.delete(person);
    const recent = (taken.get(personId) ?? []).filter((time) => time > now - windowMs);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= mostFiles) return Math.ceil((oldest + windowMs - now) / 1000);
    taken.set(personId, [...recent, now]);
    return 0;
  };
}
