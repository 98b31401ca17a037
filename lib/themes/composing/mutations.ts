'use server';
import { sameAsShown } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { addLinked, arrangeLinked, markHeadline, movedParts, removeText } from '#lib/themes/composing/arranging.ts';
import { refuseUnsafe } from '#lib/themes/composing/checking.ts';
import { arrangeInput, noteInput, textInput } from '#lib/themes/composing/schema.ts';

/** The theme, held: two who compose at once come one after the other. */
async function heldTheme(db: Db, id: string) {
  await db.$queryRaw`SELECT 1 FROM "Theme" WHERE id = ${id}::uuid FOR UPDATE`;
  return db.theme.findFirst({ where: { id } });
}

const composeAt = (council: string, slug: string, part: string) =>
  `/${council}/themes/${slug}/compose?saved=${Date.now().toString(36)}#${part}`;

/** Chooses and orders what stands on a dashboard: one press of a button, one step. */
export const arrangeDashboard = mutation({
  operation: 'arrangeDashboard',
  input: arrangeInput,
  load: (_viewer, db, { theme }) => heldTheme(db, theme),
  allow: can.composeDashboard,
  async run(viewer, db, { version, list, move: [move, key = ''], add }, theme) {
    if (version !== theme.version) {
      throw new Refusal('Somebody else changed this dashboard meanwhile. Load the page again, then do it once more.');
    }
    let { parts } = theme;
    if (list === 'parts' && (move === 'up' || move === 'down')) parts = await movedParts(db, theme, move, key);
    else if (list === 'texts' && move === 'out') parts = await removeText(db, theme, key);
    else if (list === 'parts' || list === 'texts')
      throw new Refusal('Every part stays on the dashboard: move it up or down.');
    else if (move === 'add') await addLinked(db, theme, list, add);
    else if (move === 'first' || move === 'later') await markHeadline(db, theme, key, move === 'first');
    else await arrangeLinked(db, theme, list, move, key);
    const id = { councilId_id: { councilId: viewer.councilId, id: theme.id } };
    await db.theme.update({ where: id, data: { parts, version: { increment: 1 } } });
    return { subject: `${theme.slug}, ${list}`, to: composeAt(viewer.council.slug, theme.slug, list) };
  },
});

/** What the analyst says of a figure to the board; an empty note takes it away. */
export const noteFigure = mutation({
  operation: 'noteFigure',
  input: noteInput,
  async load(viewer, db, { theme: id, figure }) {
    const theme = await heldTheme(db, id);
    const at = { councilId_themeId_indicatorId: { councilId: viewer.councilId, themeId: id, indicatorId: figure } };
    const row = await db.themeIndicator.findUnique({ where: at });
    return theme && row && { theme, row, at };
  },
  allow: can.composeDashboard,
  async run(viewer, db, { note, shown }, { theme, row, at }) {
    const stands = { note: row.note };
    sameAsShown(stands, shown, { fields: stands, typed: { note } });
    refuseUnsafe(viewer, [{ field: 'note', label: 'The note', text: note }]);
    const by = note ? { notedById: viewer.personId, notedOn: today() } : { notedById: null, notedOn: null };
    await db.themeIndicator.update({ where: at, data: { note, ...by } });
    await bump(db, viewer.councilId, theme.id);
    return { subject: `${theme.slug}, a note`, to: composeAt(viewer.council.slug, theme.slug, 'figures') };
  },
});

/** A text of the officer's own on the dashboard: a new one, or one that is there. */
export const saveThemeText = mutation({
  operation: 'saveThemeText',
  input: textInput,
  async load(_viewer, db, { theme: id, text }) {
    const theme = await heldTheme(db, id);
    const found = text === '' ? null : await db.themeText.findFirst({ where: { id: text, themeId: id } });
    return theme && (text === '' || found) ? { theme, found } : null;
  },
  allow: can.composeDashboard,
  async run(viewer, db, { heading, body, shown }, { theme, found }) {
    if (found) {
      const stands = { heading: found.heading, body: found.body };
      sameAsShown(stands, shown, { fields: stands, typed: { heading, body } });
    }
    refuseUnsafe(viewer, [
      { field: 'heading', label: 'The heading', text: heading },
      { field: 'body', label: 'The text', text: body },
    ]);
    const { councilId, personId: writtenById } = viewer;
    const data = { heading, body, writtenById, writtenOn: today() };
    if (found) await db.themeText.update({ where: { councilId_id: { councilId, id: found.id } }, data });
    else await db.themeText.create({ data: { councilId, themeId: theme.id, ...data } });
    await bump(db, councilId, theme.id);
    return { subject: `${theme.slug}, a text`, to: composeAt(viewer.council.slug, theme.slug, 'texts') };
  },
});

const bump = (db: Db, councilId: string, id: string) =>
  db.theme.update({ where: { councilId_id: { councilId, id } }, data: { version: { increment: 1 } } });
