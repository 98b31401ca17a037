import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { readPeriod } from '#lib/indicators/periods/typed.ts';

type Version = { periodType: PeriodType; startsOn: Date };

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/**
 * The version under which a period is counted: the newest that had begun when it ended; the first where none had.
 * @param versions newest first
 */
export const versionFor = <V extends Pick<Version, 'startsOn'>>(
  versions: readonly V[],
  endsOn: string,
): V | undefined => versions.find(({ startsOn }) => dayOf(startsOn) <= endsOn) ?? versions.at(-1);

type Placed<V> = { version: V; period: string; endsOn: string } | { sentence: string };

/**
 * A typed period with the version that counts it. Versions may differ in their kind of period: each reads it by its own.
 * @param versions newest first, at least one
 * @param today 2026-11-22, London
 */
export function placePeriod<V extends Version>(versions: readonly V[], typed: string, today: string): Placed<V> {
  const reads = versions.map((version) => ({ version, read: readPeriod(version.periodType, typed, today) }));
  for (const { version, read } of reads) {
    if ('period' in read && versionFor(versions, read.endsOn) === version) return { version, ...read };
  }
  const first = reads[0]?.read;
  if (first && 'sentence' in first) return first;
  return { sentence: 'At that time the figure was counted by another kind of period. Type it as it was then.' };
}
