'use server';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { freezeEdition } from '#lib/reports/freezing.ts';
import { reportTitle, reportYears } from '#lib/reports/rules.ts';
import { freezeInput, makeInput, textsInput } from '#lib/reports/schema.ts';
import { loadReport, saveTexts } from '#lib/reports/working.ts';

/** Begins the annual report of a year; there is one for each year, and its editions come out of it. */
export const makeReport = mutation({
  operation: 'makeReport',
  input: makeInput,
  async load(_viewer, db, { year }) {
    const [strategyId = '', startsOn = '', endsOn = ''] = year.split(' ');
    // Held, so that two people who press at once do not make two reports of one year.
    await db.$queryRaw`SELECT 1 FROM "Strategy" WHERE id = ${strategyId}::uuid FOR UPDATE`;
    const strategy = await db.strategy.findFirst({
      where: { id: strategyId },
      include: { supersededBy: { select: { startsOn: true } } },
    });
    return strategy && { strategy, startsOn, endsOn };
  },
  allow: can.makeReport,
  async run(viewer, db, _input, { strategy, ...year }) {
    const years = reportYears(strategy, day(isoDay(clock())));
    const isOffered = [...years.own, ...years.financial].some(
      (other) => other.startsOn === year.startsOn && other.endsOn === year.endsOn,
    );
    if (!isOffered) {
      throw new Refusal('A report is about a year of the strategy that has begun.', {
        errors: { year: 'Choose one of the years in the list.' },
      });
    }
    const span = { startsOn: day(year.startsOn), endsOn: day(year.endsOn) };
    const existing = await db.report.findFirst({ where: { strategyId: strategy.id, ...span } });
    if (existing) {
      throw new Refusal('There is a report of this year already. It is in the list above.', {
        errors: { year: 'Open the report of this year, or choose another year.' },
      });
    }
    const { id } = await db.report.create({
      data: {
        councilId: viewer.councilId,
        strategyId: strategy.id,
        ...span,
        title: reportTitle(strategy.title, year),
        texts: {},
        authorId: viewer.personId,
      },
      select: { id: true },
    });
    return { subject: id, to: `/${viewer.council.slug}/reports/${id}` };
  },
});

/** Keeps the texts; what somebody else wrote meanwhile is kept too, or shown. */
export const writeReport = mutation({
  operation: 'writeReport',
  input: textsInput,
  load: (_viewer, db, { report }) => loadReport(db, report),
  allow: can.makeReport,
  async run(viewer, db, { report: id, version, was, intent, ...fields }, report) {
    const typed = fields as unknown as Record<string, string>;
    const { merged } = await saveTexts(viewer, db, report, { version, was, typed });
    const page = `/${viewer.council.slug}/reports/${id}${intent === 'preview' ? '/preview' : ''}`;
    // The moment makes each save an address of its own, by which the page knows a new form from a refused one.
    const said = `${merged ? 'merged' : 'yes'}-${Date.now().toString(36)}`;
    return { subject: `${id}, texts`, to: `${page}?saved=${said}` };
  },
});

/** Copies in everything that the report says, as its next edition. Only texts that a preview has shown are frozen. */
export const freezeReport = mutation({
  operation: 'freezeReport',
  input: freezeInput,
  load: (_viewer, db, { report }) => loadReport(db, report),
  allow: can.makeReport,
  async run(viewer, db, { report: id, version }, report) {
    if (version !== report.version) {
      throw new Refusal('Somebody changed the texts after this preview was shown. Load it again, read, then freeze.');
    }
    const edition = await freezeEdition(viewer, db, report);
    const address = `/${viewer.council.slug}/reports/${id}/editions/${edition}`;
    return { subject: `${id}, edition ${edition}`, to: `${address}?frozen=1` };
  },
});
