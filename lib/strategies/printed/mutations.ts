'use server';
import { z } from 'zod';
import { text } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { readIndicator } from '#lib/indicators/editing/loading.ts';
import { readPeriod } from '#lib/indicators/periods/typed.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

const linkInput = z.object({
  statistic: z.uuid('Choose a printed number.'),
  /** Empty to take the link away. */
  indicator: z.string().max(80).default(''),
  also: z.string().max(80).default(''),
  period: text(60, 'The period'),
});

/** Says which published figure, of which period, a printed number can be laid beside. */
export const linkStatistic = mutation({
  operation: 'linkStatistic',
  input: linkInput,
  load: (_viewer, db, { statistic }) =>
    db.statistic.findFirst({
      where: { id: statistic },
      select: { id: true, order: true, strategy: { select: { key: true } } },
    }),
  allow: can.editIndicators,
  async run(viewer, db, { indicator: key, also, period: typed }, { id, order, strategy }) {
    const indicator = key === '' ? null : await readIndicator(db, key);
    const other = also === '' ? null : await readIndicator(db, also);
    const [definition] = indicator?.definitions ?? [];
    if ((key !== '' && !definition) || (also !== '' && !other))
      throw new Refusal('This figure is not there any more. Load the page again.');
    if (also !== '' && (key === '' || also === key)) {
      const sentence = 'Choose two different figures, or one alone.';
      throw new Refusal(sentence, { errors: { also: sentence } });
    }
    const read = definition ? readPeriod(definition.periodType, typed, isoDay(today())) : null;
    if (read && 'sentence' in read) throw new Refusal(read.sentence, { errors: { period: read.sentence } });
    await db.statistic.update({
      where: { councilId_id: { councilId: viewer.councilId, id } },
      data: {
        indicatorId: indicator?.id ?? null,
        alsoIndicatorId: other?.id ?? null,
        indicatorPeriod: read?.period ?? null,
      },
    });
    return {
      subject: `${strategy.key}, printed number ${order}: ${key || 'no figure'}`,
      to: `/${viewer.council.slug}/strategies/${strategy.key}/figures?saved=${Date.now().toString(36)}`,
    };
  },
});
