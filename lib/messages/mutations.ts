'use server';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { MailChoice } from '#prisma/generated/enums.ts';

/** One message is read. */
export const markRead = mutation({
  operation: 'markRead',
  input: z.object({ message: z.uuid() }),
  load: ({ councilId, personId }, db, { message: id }) =>
    db.message.findFirst({ where: { councilId, personId, id }, select: { id: true } }),
  allow: can.readMessages,
  async run({ councilId, council }, db, _input, { id }) {
    await db.message.updateMany({ where: { councilId, id, readAt: null }, data: { readAt: clock() } });
    return { subject: id, to: `/${council.slug}/messages` };
  },
});

/** All that were shown are read; what came in the meantime is not. */
export const markAllRead = mutation({
  operation: 'markAllRead',
  input: z.object({ shownUntil: z.iso.datetime() }),
  load: async (viewer) => viewer.personId,
  allow: can.readMessages,
  async run({ councilId, council }, db, { shownUntil }, personId) {
    await db.message.updateMany({
      where: { councilId, personId, readAt: null, createdAt: { lte: new Date(shownUntil) } },
      data: { readAt: clock() },
    });
    return { subject: personId, to: `/${council.slug}/messages` };
  },
});

/** What of one's messages comes by mail as well. */
export const chooseMail = mutation({
  operation: 'chooseMail',
  input: z.object({ mail: z.enum(MailChoice, 'Choose what comes by mail.') }),
  load: async (viewer) => viewer.personId,
  allow: can.readMessages,
  async run({ councilId, council }, db, { mail }, id) {
    await db.person.update({ where: { councilId_id: { councilId, id } }, data: { mail } });
    return { subject: `${id}, ${mail}`, to: `/${council.slug}/messages/settings?saved=1` };
  },
});
