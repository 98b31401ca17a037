import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { placedParts, textKey } from '#lib/themes/composing/rules.ts';
import { asServer } from '#prisma/seed/as-server.ts';
import type { People } from '#prisma/seed/cast.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known } from '#prisma/seed/strategy.ts';

const shape = z.object({
  theme: z.string(),
  headlines: z.array(z.string()).max(5),
  notes: z.record(z.string(), z.string()),
  text: z.object({ heading: z.string(), body: z.string() }).optional(),
  /** The part that the text stands before. */
  before: z.string().default('questions'),
  choosesPromises: z.boolean().default(false),
});

const usual: string[] = placedParts([], []);

/** Which figures come first on each dashboard, with notes and a text that are made up and say so. */
export async function seedBoards(seeding: Seeding, people: People): Promise<void> {
  const { db, councilId, today } = seeding;
  const written = { notedById: people.administratorId, notedOn: day(isoDay(addDays(today, -3))) };
  const themes = new Map((await db.theme.findMany()).map(({ slug, id }) => [slug, id]));
  const indicators = new Map((await db.indicator.findMany()).map(({ key, id }) => [key, id]));
  for (const board of readContent('boards.json', z.array(shape))) {
    const themeId = known(themes, board.theme);
    const at = (key: string) => ({ councilId, themeId, indicatorId: known(indicators, key) });
    for (const key of board.headlines) {
      await db.themeIndicator.updateMany({ where: at(key), data: { isHeadline: true } });
    }
    for (const [key, note] of Object.entries(board.notes)) {
      await db.themeIndicator.updateMany({ where: at(key), data: { note, ...written } });
    }
    if (board.text) {
      const { id } = await db.themeText.create({
        data: { councilId, themeId, ...board.text, writtenById: written.notedById, writtenOn: written.notedOn },
      });
      const where = { councilId_id: { councilId, id: themeId } };
      await db.theme.update({ where, data: { parts: usual.toSpliced(usual.indexOf(board.before), 0, textKey(id)) } });
    }
    if (board.choosesPromises) await choosePromises(seeding, themeId);
  }
  await freezePast(seeding, people);
}

/** The promises that the commitments of the theme serve, in the order in which they are shown. */
async function choosePromises({ db, councilId }: Seeding, themeId: string): Promise<void> {
  const promises = await db.promise.findMany({
    where: {
      strategy: { supersededBy: { none: {} } },
      commitments: { some: { commitment: { priority: { themes: { some: { themeId } } } } } },
    },
    orderBy: { displayOrder: 'asc' },
    select: { id: true },
  });
  const data = promises.map(({ id: promiseId }, order) => ({ councilId, themeId, promiseId, order }));
  await db.themePromise.createMany({ data });
}

/** Each theme as it stood five days before its last meeting, frozen by what freezes it in the product. */
async function freezePast({ db, councilId, today }: Seeding, people: People): Promise<void> {
  asServer();
  const { gatherDashboard } = await import('#lib/themes/gathering.ts');
  const { storeFrozen } = await import('#lib/themes/freezing/freezing.ts');
  const row = await db.council.findUniqueOrThrow({ where: { id: councilId } });
  const { rules, statuses } = councilSettings.parse(row);
  const officer = await db.person.findUniqueOrThrow({
    where: { councilId_id: { councilId, id: people.administratorId } },
  });
  const themes = await db.theme.findMany({
    include: { meetings: { where: { startsAt: { lt: today } }, orderBy: { startsAt: 'desc' }, take: 1 } },
  });
  for (const { id: themeId, slug, name, meetings } of themes) {
    const [meeting] = meetings;
    if (!meeting) continue;
    const at = addDays(meeting.startsAt, -5);
    const council = { slug: row.slug, shortName: row.shortName, rules, statuses };
    const dashboard = await gatherDashboard(db, council, slug, at);
    if (!dashboard) throw new Error(`There is no theme ${slug}`);
    await storeFrozen(db, {
      councilId,
      themeId,
      meetingId: meeting.id,
      frozenById: officer.id,
      content: {
        meeting: { startsAt: meeting.startsAt.toISOString(), theme: name },
        frozenBy: officer.name,
        frozenAt: at.toISOString(),
        edition: 1,
        reason: '',
        dashboard,
      },
    });
  }
}
