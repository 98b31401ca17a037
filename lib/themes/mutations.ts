'use server';
import type { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { loadCouncil, savedAt } from '#lib/councils/changing.ts';
import { slugOf } from '#lib/councils/founding-schema.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { themeIdInput, themeInput } from '#lib/themes/schema.ts';

const select = {
  id: true,
  name: true,
  month: true,
  question: true,
  priorities: { select: { priorityId: true }, orderBy: { order: 'asc' } },
} as const;

/** What a meeting of the board is about: a new one, or one that is there. */
export const saveTheme = mutation({
  operation: 'saveTheme',
  input: themeInput,
  async load(viewer, db, { theme }) {
    // Held, so that two who name a theme at once come one after the other.
    await loadCouncil(viewer, db);
    if (theme === '') return { id: '' };
    return db.theme.findFirst({ where: { id: theme }, select });
  },
  allow: can.manageCouncil,
  async run(viewer, db, { shown, ...typed }, found) {
    if ('name' in found) {
      const { id: _, priorities, ...rest } = found;
      const stands = { ...rest, priorities: priorities.map(({ priorityId }) => priorityId) };
      const fields = { name: found.name, month: String(found.month), question: found.question };
      sameAsShown(stands, shown, { fields, typed });
    }
    const id = await write(viewer, db, found.id, typed);
    return { subject: id, to: savedAt(viewer, 'themes') };
  },
});

async function write(
  { councilId }: Viewer,
  db: Db,
  themeId: string,
  { name, month, question, priorities }: Omit<z.infer<typeof themeInput>, 'shown'>,
): Promise<string> {
  const known = await db.priority.findMany({ where: { id: { in: priorities } }, select: { id: true } });
  if (known.length < priorities.length)
    throw new Refusal('One of the priorities is not there any more. Load the page again.');
  const same = await db.theme.findFirst({
    where: { name, ...(themeId && { id: { not: themeId } }) },
    select: { id: true },
  });
  if (same) throw new Refusal(twice, { errors: { name: twice } });
  const data = { name, month, question };
  let id = themeId;
  if (id) await db.theme.update({ where: { councilId_id: { councilId, id } }, data });
  else {
    const slug = await freeSlug(db, name);
    ({ id } = await db.theme.create({ data: { councilId, slug, ...data }, select: { id: true } }));
  }
  await db.themePriority.deleteMany({ where: { themeId: id } });
  const links = priorities.map((priorityId, order) => ({ councilId, themeId: id, priorityId, order }));
  await db.themePriority.createMany({ data: links });
  return id;
}

const twice = 'There is a theme of this name already. Change that one, or choose another name.';

/** An address for a theme: from its name, with a number where that is taken or has no letters. */
async function freeSlug(db: Db, name: string): Promise<string> {
  const taken = new Set((await db.theme.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const base = slugOf(name) || 'theme';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Takes a theme away while no meeting was ever about it. */
export const removeTheme = mutation({
  operation: 'removeTheme',
  input: themeIdInput,
  load: (_viewer, db, { theme }) =>
    db.theme.findFirst({ where: { id: theme }, select: { id: true, _count: { select: { meetings: true } } } }),
  allow: can.manageCouncil,
  async run(viewer, db, { theme: themeId }, theme) {
    if (theme._count.meetings > 0) {
      throw new Refusal('Meetings are about this theme, so it stays. Remove those that are still to come first.');
    }
    await db.themePriority.deleteMany({ where: { themeId } });
    await db.themeIndicator.deleteMany({ where: { themeId } });
    await db.themeStatistic.deleteMany({ where: { themeId } });
    await db.theme.delete({ where: { councilId_id: { councilId: viewer.councilId, id: themeId } } });
    return { subject: themeId, to: savedAt(viewer, 'themes') };
  },
});
