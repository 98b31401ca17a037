'use server';
import { clock } from '#lib/clock.ts';
import { markOf } from '#lib/councils/marks.ts';
import { Refusal } from '#lib/errors.ts';
import { breakdownRule } from '#lib/imports/breaking-down.ts';
import { knownRules } from '#lib/imports/known.ts';
import { chosenOf, loadOpen, writeRules } from '#lib/imports/ruling.ts';
import { breakdownInput, figureInput, importIdInput, ruleIdInput, saveInput } from '#lib/imports/schema.ts';
import { letGo } from '#lib/imports/storage.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';

/** Says which rows and columns of the file are a figure. */
export const mapFigure = mutation({
  operation: 'mapFigures',
  input: figureInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, input, open) {
    const indicator = await db.indicator.findFirst({ where: { key: input.indicator, definitions: { some: {} } } });
    if (!indicator) throw new Refusal('Choose a figure.', { errors: { indicator: 'Choose a figure of the list.' } });
    const rule = {
      id: crypto.randomUUID(),
      indicator: input.indicator,
      breakdown: '',
      ...chosenOf(open.facts, input, input),
      across: [],
    };
    const isSame = open.rules.some(
      (one) => one.indicator === rule.indicator && one.breakdown === '' && markOf(one.pick) === markOf(rule.pick),
    );
    if (isSame) {
      const errors = { indicator: 'These rows are this figure already.' };
      throw new Refusal('There is a problem with what was chosen.', { errors });
    }
    await writeRules(db, viewer, open, [...open.rules, rule], clock());
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}/map` };
  },
});

/** Says which items of a filter are the parts of a breakdown; makes the breakdown where it is new. */
export const mapBreakdown = mutation({
  operation: 'mapFigures',
  input: breakdownInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, input, open) {
    const rule = await breakdownRule(db, viewer.councilId, input, open);
    await writeRules(db, viewer, open, [...open.rules, rule], clock());
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}/map` };
  },
});

/** Takes what the Department's own files are known to mean, for the figures that the council has. */
export const takeKnownRules = mutation({
  operation: 'takeKnownRules',
  input: importIdInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, _input, open) {
    const indicators = await db.indicator.findMany({ where: { definitions: { some: {} } }, select: { key: true } });
    const taken = new Set(open.rules.filter(({ breakdown }) => breakdown === '').map(({ indicator }) => indicator));
    const free = new Set(indicators.map(({ key }) => key).filter((key) => !taken.has(key)));
    const rules = knownRules(open.findings.header, open.facts.filters, free);
    await writeRules(db, viewer, open, [...open.rules, ...rules], clock());
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}/map` };
  },
});

export const unmapFigure = mutation({
  operation: 'unmapFigure',
  input: ruleIdInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, { rule }, open) {
    const rules = open.rules.filter(({ id }) => id !== rule);
    await writeRules(db, viewer, open, rules, clock());
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}/map` };
  },
});

/** Has the file read once more, to show what saving it would do. */
export const previewFigures = mutation({
  operation: 'mapFigures',
  input: importIdInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, _input, open) {
    if (open.rules.length === 0) throw new Refusal('Say first what at least one column means.');
    await db.import.updateMany({ where: { id: open.id }, data: { state: 'waiting' } });
    await db.$executeRaw`SELECT graphile_worker.enqueue_job('readImport', ${open.id}::uuid)`;
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}` };
  },
});

/** Has the figures saved just as the preview shows them. */
export const saveFigures = mutation({
  operation: 'saveImport',
  input: saveInput,
  load: (_viewer, db, input) => loadOpen(db, input.import),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, { shown, without }, open) {
    const { preview } = open.findings;
    if (!preview || markOf(preview) !== shown) {
      throw new Refusal('This preview is no longer the newest. Load the page again and look at the new one.');
    }
    if (preview.added + preview.changed === 0)
      throw new Refusal('The file changes nothing, so there is nothing to save.');
    if (preview.refused > 0 && without !== '1') {
      const sentence = 'Tick this to save the rest, or mend the file and send it again.';
      throw new Refusal('Some values cannot be taken.', { errors: { without: sentence } });
    }
    const { personId } = viewer;
    await db.import.updateMany({ where: { id: open.id }, data: { state: 'saving', rowsDone: 0, personId } });
    await db.$executeRaw`SELECT graphile_worker.enqueue_job('saveImport', ${open.id}::uuid)`;
    return { subject: open.id, to: `/${viewer.council.slug}/indicators/import/${open.id}` };
  },
});

/** Stops an import at whatever step it is; nothing of it stays but its line. */
export const cancelImport = mutation({
  operation: 'cancelImport',
  input: importIdInput,
  load: (_viewer, db, input) => db.import.findFirst({ where: { id: input.import }, select: { id: true, state: true } }),
  allow: (viewer) => can.importFigures(viewer),
  async run(viewer, db, _input, { id }) {
    const now = clock();
    const idle = await db.import.updateMany({
      where: { id, state: { in: ['waiting', 'ready'] } },
      data: { state: 'cancelled', cancelledAt: now, finishedAt: now },
    });
    if (idle.count > 0) await letGo(viewer.councilId, id);
    else {
      // The worker sees it within a second, breaks off and deletes the file.
      const where = { id, state: { in: ['reading' as const, 'saving' as const] } };
      const { count } = await db.import.updateMany({ where, data: { cancelledAt: now } });
      if (count === 0) throw new Refusal('It is done already, so there is nothing to cancel.');
    }
    return { subject: id, to: `/${viewer.council.slug}/indicators/import/${id}` };
  },
});
