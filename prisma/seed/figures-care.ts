import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';
import type { People } from '#prisma/seed/cast.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known } from '#prisma/seed/strategy.ts';

const shape = z.strictObject({
  /** Keys of indicators by the key of who owns them. Those that nobody owns are left out on purpose. */
  owners: z.record(z.string(), z.array(z.string())),
  /** The Department has published the figures of 31 March in November, and those of a school year in April. */
  expectedAfterMonths: z.int(),
  confirmed: z.array(z.string()),
  targets: z.array(
    z.strictObject({
      indicator: z.string(),
      value: z.number(),
      tolerance: z.number(),
      dueOn: z.iso.date(),
      reason: z.string(),
    }),
  ),
  printed: z.array(
    z.strictObject({
      strategy: z.string(),
      order: z.int(),
      indicator: z.string(),
      also: z.string().optional(),
      period: z.string(),
    }),
  ),
});

/** Targets were set this many days before the demonstration begins, one after another. */
const setDaysAgo = 200;

/** Who owns which figure, what is aimed for, and which printed numbers are published too. Made up, but for the last. */
export async function seedFiguresCare(
  { db, councilId, today }: Seeding,
  { byKey, administratorId }: People,
): Promise<void> {
  const content = readContent('figures-care.json', shape);
  const indicators = await db.indicator.findMany({
    select: { id: true, key: true, definitions: { select: { id: true } } },
  });
  const ids = new Map(indicators.map(({ key, id }) => [key, id]));
  const definitions = new Map(
    indicators.flatMap(({ key, definitions: [one] }) => (one ? [[key, one.id] as const] : [])),
  );
  for (const [person, keys] of Object.entries(content.owners)) {
    const where = { id: { in: keys.map((key) => known(ids, key)) } };
    await db.indicator.updateMany({ where, data: { ownerId: known(byKey, person) } });
  }
  const { expectedAfterMonths } = content;
  await db.definition.updateMany({ data: { expectedAfterMonths } });
  await db.definition.updateMany({
    where: { id: { in: content.confirmed.map((key) => known(definitions, key)) } },
    data: { polarityConfirmedById: administratorId },
  });
  await db.target.createMany({
    data: content.targets.map(({ indicator, dueOn, ...target }, index) => ({
      councilId,
      definitionId: known(definitions, indicator),
      setById: administratorId,
      setOn: addDays(today, index - setDaysAgo),
      dueOn: day(dueOn),
      ...target,
    })),
  });
  for (const { strategy, order, indicator, also, period } of content.printed) {
    await db.statistic.updateMany({
      where: { strategy: { key: strategy }, order },
      data: {
        indicatorId: known(ids, indicator),
        alsoIndicatorId: also === undefined ? null : known(ids, also),
        indicatorPeriod: period,
      },
    });
  }
}
