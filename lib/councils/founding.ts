import 'server-only';
import { createHash } from 'node:crypto';
import { recordAudit } from '#lib/audit.ts';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { FoundingInput } from '#lib/councils/founding-schema.ts';
import { regionCodeOf } from '#lib/councils/regions.ts';
import { usualSettings, usualThreshold } from '#lib/councils/usual.ts';
import { authClient, type Db, inCouncil } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { modelsOf } from '#lib/neighbours/models.ts';
import { writeSet } from '#lib/neighbours/writing.ts';

/**
 * Makes a council and its first administrator, in one transaction with its audit event. The ids follow from the
 * person and the key of the form: the same form sent twice makes one council and leads to the same place.
 * @returns the council's slug
 * @throws Refusal when another council has the authority or the address
 */
export async function foundCouncil(founder: { userId: string }, key: string, input: FoundingInput): Promise<string> {
  const [councilId, personId] = [idFrom('council', founder.userId, key), idFrom('person', founder.userId, key)];
  const { slug, name, shortName, code, colour } = input;
  return inCouncil(councilId, async (db) => {
    const { count } = await db.council.createMany({
      data: [
        {
          id: councilId,
          slug,
          name,
          shortName,
          code,
          regionCode: regionCodeOf(code),
          colour,
          contact: '',
          ...usualSettings,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      const earlier = await db.council.findUnique({ where: { id: councilId }, select: { slug: true } });
      if (earlier) return earlier.slug;
      throw await takenBy(input);
    }
    await startDisclosure(db, councilId);
    for (const model of modelsOf(code)) await writeSet(db, councilId, model);
    const does = 'Sets up the council and keeps its settings.';
    await db.person.create({
      data: { councilId, id: personId, userId: founder.userId, name: input.administrator, does },
    });
    await db.membership.create({
      data: { councilId, personId, role: 'administrator', startsOn: day(isoDay(clock())) },
    });
    await recordAudit(db, { councilId, personId }, 'foundCouncil', slug);
    return slug;
  });
}

/** Without a rule for small numbers no figure is shown, so a council starts with the usual one. */
const startDisclosure = (db: Db, councilId: string) =>
  db.disclosureRule.create({
    data: {
      councilId,
      startsOn: day(isoDay(clock())),
      threshold: usualThreshold,
      reason: 'The usual rule, with which a council starts.',
      decidedOn: day(isoDay(clock())),
    },
  });

/** Which of the two is taken; only signing in may look over all councils. */
async function takenBy({ code, slug }: FoundingInput): Promise<Refusal> {
  const same = await authClient().council.findFirst({ where: { code }, select: { name: true } });
  if (same) {
    return new Refusal(`${same.name} is here already. Ask its administrator to add you.`, {
      errors: { code: `${same.name} is here already: choose another authority.` },
    });
  }
  const sentence = `The address “${slug}” is taken. Choose another one.`;
  return new Refusal(sentence, { errors: { slug: sentence } });
}

/** A version 8 UUID from these words: the same each time, and nobody else's. */
function idFrom(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The authorities that have a council here, by code. */
export async function listTakenCodes(): Promise<Set<string>> {
  const councils = await authClient().council.findMany({ select: { code: true } });
  return new Set(councils.map(({ code }) => code));
}
