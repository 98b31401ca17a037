'use server';
import { savedAt } from '#lib/councils/changing.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { londonTime, movedRound, timeInLondon } from '#lib/meetings/planning.ts';
import { meetingIdInput, meetingInput } from '#lib/meetings/schema.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { planRound } from '#lib/rounds/planning.ts';
import { today } from '#lib/rounds/queries.ts';

/** A meeting with its round, by the council's rules: a new one, or one that moves. */
export const saveMeeting = mutation({
  operation: 'saveMeeting',
  input: meetingInput,
  async load(_viewer, db, { meeting }) {
    if (meeting === '') return { id: '' };
    await db.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meeting}::uuid FOR UPDATE`;
    return db.meeting.findFirst({ where: { id: meeting }, include: { round: true } });
  },
  allow: can.manageCouncil,
  async run(viewer, db, { shown, theme: themeId, date, time, place, meeting: _ }, found) {
    const { councilId } = viewer;
    const startsAt = londonTime(date, time);
    const theme = await db.theme.findFirst({ where: { id: themeId }, select: { id: true } });
    if (!theme) throw new Refusal('This theme is not there any more.', { errors: { theme: 'Choose another theme.' } });
    const planned = planRound(startsAt, viewer.council.rules);
    if ('startsAt' in found) {
      const stands = {
        theme: found.themeId,
        date: isoDay(found.startsAt),
        time: timeInLondon(found.startsAt),
        place: found.place,
      };
      sameAsShown(stands, shown, { fields: stands, typed: { theme: themeId, date, time, place } });
      if (found.startsAt.getTime() !== startsAt.getTime()) refusePast(date);
      const id = { councilId_id: { councilId, id: found.id } };
      await db.meeting.update({ where: id, data: { themeId, startsAt, place } });
      if (found.round && found.startsAt.getTime() !== startsAt.getTime()) {
        const data = movedRound(found.round, planned, today());
        await db.round.update({ where: { councilId_id: { councilId, id: found.round.id } }, data });
      }
      return { subject: found.id, to: savedAt(viewer, 'meetings') };
    }
    refusePast(date);
    const { id } = await db.meeting.create({ data: { councilId, themeId, startsAt, place }, select: { id: true } });
    await db.round.create({ data: { councilId, meetingId: id, ...planned } });
    return { subject: id, to: savedAt(viewer, 'meetings') };
  },
});

function refusePast(date: string): void {
  if (date < isoDay(today())) {
    throw new Refusal('A meeting is planned for today or later.', {
      errors: { date: 'Choose a day that is still to come.' },
    });
  }
}

/** Takes away a meeting that is still to come and for which nobody has written yet. */
export const removeMeeting = mutation({
  operation: 'removeMeeting',
  input: meetingIdInput,
  load: (_viewer, db, { meeting }) =>
    db.meeting.findFirst({ where: { id: meeting }, include: { round: true, actions: true } }),
  allow: can.manageCouncil,
  async run(viewer, db, _input, { id, startsAt, round, actions }) {
    const { councilId } = viewer;
    const updates = round ? await db.update.count({ where: { roundId: round.id } }) : 0;
    if (startsAt < today() || updates > 0 || actions.length > 0) {
      throw new Refusal('Something rests on this meeting, so it stays. You can move it to another day.');
    }
    if (round) await db.round.delete({ where: { councilId_id: { councilId, id: round.id } } });
    await db.meeting.delete({ where: { councilId_id: { councilId, id } } });
    return { subject: id, to: savedAt(viewer, 'meetings') };
  },
});
