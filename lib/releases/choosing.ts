import 'server-only';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { contentSchema } from '#lib/releases/content.ts';
import type { Chosen } from '#lib/releases/gather.ts';

type Existing = { id: string; version: number };

/**
 * Keeps what an officer chose.
 * @param version that of the draft which the form showed
 * @throws Refusal where the address is another draft's, something chosen is not there, or somebody else saved first
 */
export async function saveChoice(
  db: Db,
  { councilId, personId }: { councilId: string; personId: string },
  { slug, title, text, indicators, breakdowns }: Chosen,
  { version, existing }: { version: number; existing: Existing | null },
): Promise<string> {
  if (slug === '')
    throw new Refusal('The page needs an address.', {
      errors: { slug: 'Give the page an address: the title has no letters for one.' },
    });
  await refuseTaken(db, slug, existing?.id);
  const known = await db.indicator.findMany({
    where: { key: { in: indicators } },
    select: { key: true, breakdowns: { select: { key: true } } },
  });
  if (known.length < new Set(indicators).size) {
    throw new Refusal('One of the figures is not there any more. Load the page again.');
  }
  const parts = new Set(known.flatMap(({ key, breakdowns: own }) => own.map((one) => `${key}/${one.key}`)));
  const data = {
    slug,
    title,
    text,
    indicators,
    breakdowns: breakdowns.filter((one) => parts.has(one)),
    changedById: personId,
    changedAt: clock(),
  };
  if (!existing) {
    const { id } = await db.releaseDraft.create({ data: { councilId, ...data }, select: { id: true } });
    return id;
  }
  const { count } = await db.releaseDraft.updateMany({
    where: { id: existing.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0)
    throw new Refusal(
      'Somebody else changed this draft while you wrote. Open it again in another tab, and put what counts into theirs.',
    );
  return existing.id;
}

/** Two drafts of one address would be released as two first editions. */
async function refuseTaken(db: Db, slug: string, own: string | undefined): Promise<void> {
  const taken = await db.releaseDraft.findFirst({
    where: { slug, ...(own && { id: { not: own } }) },
    select: { title: true },
  });
  if (!taken) return;
  const sentence = `“${taken.title}” is in preparation at this address. Change that one, or choose another address.`;
  throw new Refusal(sentence, { errors: { slug: sentence } });
}

/** The same choice as that of an edition. */
export function chosenAgain(content: unknown): Chosen {
  const { release, indicators } = contentSchema.parse(content);
  return {
    slug: release.slug,
    title: release.title,
    text: release.text,
    indicators: indicators.map(({ key }) => key),
    breakdowns: indicators.flatMap(({ key, breakdowns }) => breakdowns.map((one) => `${key}/${one.key}`)),
  };
}
