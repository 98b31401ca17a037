'use server';
import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { loadCouncil } from '#lib/councils/changing.ts';
import { Refusal } from '#lib/errors.ts';
import { count } from '#lib/format.ts';
import { catalogueEntries, catalogueSources } from '#lib/indicators/catalogue/rules.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';

const keys = z.union([z.string().transform((key) => [key]), z.array(z.string()).max(200)]).default([]);

/** Takes figures from the catalogue, all that were ticked at once. Which way is good waits for a person to confirm it. */
export const takeFromCatalogue = mutation({
  operation: 'takeFromCatalogue',
  input: z.object({ indicators: keys }),
  // Held, so that two who take the same figure come one after the other.
  load: loadCouncil,
  allow: can.editIndicators,
  async run(viewer, db, { indicators: wanted }) {
    const { councilId } = viewer;
    const entries = catalogueEntries.filter(({ key }) => wanted.includes(key));
    if (entries.length === 0) {
      const sentence = 'Tick the figures that the council wants to follow.';
      throw new Refusal(sentence, { errors: { indicators: sentence } });
    }
    const there = await db.indicator.findMany({
      where: { key: { in: entries.map(({ key }) => key) } },
      select: { id: true, key: true, definitions: { select: { id: true }, take: 1 } },
    });
    const known = new Map(there.map((one) => [one.key, one]));
    const fresh = entries.filter(({ key }) => (known.get(key)?.definitions.length ?? 0) === 0);
    const names = [...new Set(fresh.map(({ source }) => source))];
    await db.source.createMany({
      data: names.flatMap((name) => {
        const source = catalogueSources[name];
        return source ? [{ councilId, name, ...source }] : [];
      }),
      skipDuplicates: true,
    });
    const sources = await db.source.findMany({ where: { name: { in: names } }, select: { id: true, name: true } });
    const idOf = new Map(sources.map(({ id, name }) => [name, id]));
    for (const { group: _, key, title, source, ...meaning } of fresh) {
      const sourceId = idOf.get(source);
      if (!sourceId) throw new Error(`The catalogue names the source "${source}", which has no licence`);
      const indicatorId =
        known.get(key)?.id ?? (await db.indicator.create({ data: { councilId, key, title }, select: { id: true } })).id;
      await db.definition.create({
        data: { councilId, indicatorId, version: 1, startsOn: day('2000-01-01'), sourceId, ...meaning },
      });
    }
    const to = `/${viewer.council.slug}/settings/indicators/catalogue?taken=${fresh.length}-${Date.now().toString(36)}`;
    return { subject: `${count(fresh.length, 'figure')}: ${fresh.map(({ key }) => key).join(', ')}`.slice(0, 500), to };
  },
});
