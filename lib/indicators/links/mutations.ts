'use server';
import { z } from 'zod';
import { sameAsShown } from '#lib/councils/marks.ts';
import { shown } from '#lib/councils/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { loadDefined } from '#lib/indicators/editing/loading.ts';
import { indicatorKey } from '#lib/indicators/editing/schema.ts';
import { savedAt, touch } from '#lib/indicators/editing/writing.ts';
import { linkKinds, linkOptions, linksOf } from '#lib/indicators/links/reading.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';

const ids = z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(500)]).default([]);
const linksInput = z.object({
  shown,
  indicator: indicatorKey,
  themes: ids,
  priorities: ids,
  commitments: ids,
  promises: ids,
});

/** What leans on a figure: the themes, priorities, commitments and promises that it says something of. */
export const saveLinks = mutation({
  operation: 'saveLinks',
  input: linksInput,
  load: (viewer, db, { indicator }) => loadDefined(viewer, db, indicator),
  allow: can.editIndicators,
  async run(viewer, db, { shown: mark, indicator: key, ...wanted }, { id: indicatorId }) {
    const { councilId } = viewer;
    const stands = await linksOf(db, indicatorId);
    const asText = (lists: typeof stands) =>
      Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list].toSorted().join(',')]));
    sameAsShown(stands, mark, { fields: asText(stands), typed: asText(wanted) });
    const options = await linkOptions(db);
    const isThere = linkKinds.every((kind) =>
      wanted[kind].every((id) => options[kind].some(({ value }) => value === id)),
    );
    if (!isThere) throw new Refusal('Something that was ticked is not there any more. Load the page again.');
    const gone = (list: readonly string[], now: readonly string[]) => list.filter((id) => !now.includes(id));
    const fresh = (list: readonly string[], now: readonly string[]) => now.filter((id) => !list.includes(id));

    await db.themeIndicator.deleteMany({ where: { indicatorId, themeId: { in: gone(stands.themes, wanted.themes) } } });
    for (const themeId of fresh(stands.themes, wanted.themes)) {
      // A figure goes last in its new theme; the order is set where the theme's dashboard is composed.
      const last = await db.themeIndicator.aggregate({ where: { themeId }, _max: { order: true } });
      await db.themeIndicator.create({ data: { councilId, themeId, indicatorId, order: (last._max.order ?? 0) + 1 } });
    }
    await db.priorityIndicator.deleteMany({
      where: { indicatorId, priorityId: { in: gone(stands.priorities, wanted.priorities) } },
    });
    await db.priorityIndicator.createMany({
      data: fresh(stands.priorities, wanted.priorities).map((priorityId) => ({ councilId, indicatorId, priorityId })),
    });
    await db.commitmentIndicator.deleteMany({
      where: { indicatorId, commitmentId: { in: gone(stands.commitments, wanted.commitments) } },
    });
    await db.commitmentIndicator.createMany({
      data: fresh(stands.commitments, wanted.commitments).map((commitmentId) => ({
        councilId,
        indicatorId,
        commitmentId,
      })),
    });
    await db.promiseIndicator.deleteMany({
      where: { indicatorId, promiseId: { in: gone(stands.promises, wanted.promises) } },
    });
    await db.promiseIndicator.createMany({
      data: fresh(stands.promises, wanted.promises).map((promiseId) => ({ councilId, indicatorId, promiseId })),
    });
    await touch(viewer, db, indicatorId);
    return { subject: key, to: savedAt(viewer, key) };
  },
});
