'use server';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { refuseUnsafe } from '#lib/themes/composing/checking.ts';
import { storeFrozen } from '#lib/themes/freezing/freezing.ts';
import { isFreezable } from '#lib/themes/freezing/rules.ts';
import { freezeInput } from '#lib/themes/freezing/schema.ts';
import { gatherDashboard } from '#lib/themes/gathering.ts';
import { councilOf } from '#lib/themes/queries.ts';

/** Copies in what a theme's dashboard says now, as the paper of a meeting: the first edition, or a correction. */
export const freezeDashboard = mutation({
  operation: 'freezeDashboard',
  input: freezeInput,
  async load(_viewer, db, input) {
    // Held, so that two who freeze at once make two editions, one after the other.
    await db.$queryRaw`SELECT 1 FROM "Theme" WHERE id = ${input.theme}::uuid FOR UPDATE`;
    const theme = await db.theme.findFirst({ where: { id: input.theme } });
    const meeting = await db.meeting.findFirst({
      where: { id: input.meeting },
      include: {
        theme: { select: { name: true } },
        dashboards: { where: { themeId: input.theme }, select: { id: true } },
      },
    });
    return theme && meeting && { theme, meeting };
  },
  allow: can.composeDashboard,
  async run(viewer, db, { version, reason }, { theme, meeting }) {
    const now = clock();
    const editions = meeting.dashboards.length;
    if (version !== theme.version) {
      throw new Refusal('Somebody changed this dashboard meanwhile. Load the page again, read it, then freeze it.');
    }
    if (!isFreezable({ startsAt: meeting.startsAt, editions }, now)) {
      throw new Refusal('That meeting is long over, and nothing was frozen for it.', {
        errors: {
          meeting: 'Choose a meeting that is still to come. What stood at an older one can be read as it was.',
        },
      });
    }
    if (editions > 0 && !reason) {
      throw new Refusal('There is a frozen dashboard for this meeting. A correction is a new edition, and says why.', {
        errors: { reason: 'Say what is corrected, such as: a figure was revised by its source.' },
      });
    }
    refuseUnsafe(viewer, [{ field: 'reason', label: 'The reason', text: reason }]);
    const dashboard = await gatherDashboard(db, councilOf(viewer), theme.slug, now);
    if (!dashboard) throw new Error(`theme ${theme.slug} was there a moment ago`);
    const edition = editions + 1;
    await storeFrozen(db, {
      councilId: viewer.councilId,
      themeId: theme.id,
      meetingId: meeting.id,
      frozenById: viewer.personId,
      content: {
        meeting: { startsAt: meeting.startsAt.toISOString(), theme: meeting.theme.name },
        frozenBy: viewer.name,
        frozenAt: now.toISOString(),
        edition,
        reason: editions > 0 ? reason : '',
        dashboard,
      },
    });
    const day = isoDay(meeting.startsAt);
    return {
      subject: `${theme.slug}, meeting of ${formatDate(meeting.startsAt)}, edition ${edition}`,
      to: `/${viewer.council.slug}/themes/${theme.slug}?as-at=${day}&frozen=1`,
    };
  },
});
