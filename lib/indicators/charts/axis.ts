import { type PeriodType, periodTick, periodWords } from '#lib/indicators/periods/rules.ts';

/** One period of one version of a definition, and the last day of it. */
export type Counted = { version: number; periodType: PeriodType; period: string; endsOn: string };

export type AxisPeriod = Counted & {
  /** What stands under the axis and names the row of a table: "2025", "2024/25". No two are alike. */
  tick: string;
  /** In a sentence: "31 March 2025". */
  words: string;
  /** True where this period is counted in another way than the one before it. */
  isBreak: boolean;
};

/**
 * The periods of an indicator, oldest first. Each belongs to one version: the newest that had begun to count by then,
 * so that no period is counted twice. A version words its periods by its own type.
 */
export function axisOf(counted: readonly Counted[]): AxisPeriod[] {
  const holds = holder(counted);
  const byEnd = new Map(counted.filter(holds).map((one) => [one.endsOn, one]));
  const inOrder = [...byEnd.values()].toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
  const named = [
    (one: Counted) => periodTick(one.periodType, one.period),
    (one: Counted) => periodWords(one.periodType, one.period),
    (one: Counted) => `${periodWords(one.periodType, one.period)} (to ${one.endsOn})`,
  ];
  return inOrder.map((one, at) => ({
    ...one,
    tick: (named.find((name) => isAlone(name(one), inOrder.map(name))) ?? named[2])?.(one) ?? one.endsOn,
    words: periodWords(one.periodType, one.period),
    isBreak: at > 0 && inOrder[at - 1]?.version !== one.version,
  }));
}

/** Whether a version is the one that counts a period: no later version had begun by then. */
export function holder(counted: readonly Counted[]): (one: Pick<Counted, 'version' | 'endsOn'>) => boolean {
  const starts = new Map<number, string>();
  for (const { version, endsOn } of counted) {
    const known = starts.get(version);
    if (known === undefined || endsOn < known) starts.set(version, endsOn);
  }
  return ({ version, endsOn }) => ![...starts].some(([other, start]) => other > version && start <= endsOn);
}

const isAlone = (name: string, names: readonly string[]) => names.filter((other) => other === name).length === 1;
