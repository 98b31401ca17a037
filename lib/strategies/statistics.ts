import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { disclose } from '#lib/disclosure/rules.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type StatisticRow = Prisma.StatisticGetPayload<{ include: { comparators: true } }>;

const counted = { numerator: null, denominator: null };

/** A printed statistic as it may be shown: what could point at a child has lost its number before it leaves here. */
export function disclosedStatistic({ council }: Viewer, row: StatisticRow) {
  const threshold = council.rules.disclosureThreshold;
  const { value, numerator, denominator, unit, comparators, symbol, ...words } = row;
  const figure = (
    amount: { toNumber(): number } | null,
    of: typeof counted | { numerator: number | null; denominator: number | null },
    itsUnit: string,
  ) => (amount === null ? null : disclose({ value: amount.toNumber(), unit: itsUnit, ...of }, threshold));
  return {
    ...words,
    symbol,
    figure: figure(value, { numerator, denominator }, unit),
    comparators: comparators.map((other) => ({
      kind: other.kind,
      period: other.period,
      figure: figure(other.value, counted, other.unit),
    })),
  };
}

/** A printed statistic as a page gets it. */
export type PrintedStatistic = ReturnType<typeof disclosedStatistic>;
