import 'server-only';
import { clock } from '#lib/clock.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { inCouncil } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { readPromises } from '#lib/promises/queries.ts';
import { today } from '#lib/rounds/queries.ts';
import { councilOfCode, loadLink, refuseClosed } from '#lib/voice/guest.ts';

/** What somebody with a code sees: the promises of their council, and nothing else of it; or why they see nothing. */
export async function openByCode(code: string) {
  try {
    return { problem: null, ...(await read(await councilOfCode(code), code)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problem: error.message };
  }
}

const read = (councilId: string, code: string) =>
  inCouncil(councilId, async (db) => {
    const link = await loadLink(db, code, { hold: false });
    const council = await db.council.findUnique({ where: { id: councilId } });
    if (!link || !council) throw new Refusal('This code does not work any more.');
    refuseClosed(link, today());
    const promises = await readPromises(db, clock());
    return {
      groupName: link.groupName,
      closesOn: link.closesOn,
      council: {
        shortName: council.shortName,
        colour: council.colour,
        demo: council.demo,
        ...councilSettings.parse(council),
      },
      promises: promises.map(({ id, number, plainTitle, plainWords }) => ({ id, number, plainTitle, plainWords })),
    };
  });
