import 'server-only';
import type { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import { slugOf } from '#lib/councils/founding-schema.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { meaningInput } from '#lib/indicators/editing/schema.ts';

type Meaning = z.infer<typeof meaningInput>;

/** Addresses under /indicators and /settings/indicators that are pages of their own. */
const reserved: ReadonlySet<string> = new Set(['workbook', 'import', 'new', 'catalogue']);

/** The address of a new indicator: from its title, with a number where that is taken. */
export async function freeKey(db: Db, title: string): Promise<string> {
  const base = slugOf(title) || 'figure';
  const taken = new Set((await db.indicator.findMany({ select: { key: true } })).map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(key) && !reserved.has(key)) return key;
  }
}

/** The source that was chosen, or the new one that was named. @throws Refusal when it is neither */
export async function sourceFor(
  { councilId }: Viewer,
  db: Db,
  {
    source,
    sourceName: name,
    sourceLicence: licence,
    sourceAddress: address,
  }: Pick<Meaning, `source${string}` & keyof Meaning>,
): Promise<string> {
  if (source !== '') {
    if (await db.source.findFirst({ where: { id: source }, select: { id: true } })) return source;
    throw new Refusal('This source is not there any more. Load the page again.', {
      errors: { source: 'Choose another.' },
    });
  }
  if (name === '') {
    const sentence = 'Choose a source, or name a new one.';
    throw new Refusal(sentence, { errors: { source: sentence } });
  }
  if (licence === '') {
    const sentence = 'Say under which licence it may be published again, or that it has none.';
    throw new Refusal(sentence, { errors: { sourceLicence: sentence } });
  }
  const same = await db.source.findFirst({ where: { name }, select: { id: true } });
  if (same) return same.id;
  return (await db.source.create({ data: { councilId, name, licence, address }, select: { id: true } })).id;
}

/** What a definition means, as its columns. */
export const meaningData = (
  {
    unit,
    cohort,
    numeratorMeaning,
    denominatorMeaning,
    periodType,
    isYearToDate,
    decimals,
  }: Omit<Meaning, 'shown' | 'indicator' | 'startsOn' | 'breakReason'>,
  sourceId: string,
) => ({
  unit,
  cohort,
  numeratorMeaning: numeratorMeaning || null,
  denominatorMeaning: denominatorMeaning || null,
  periodType,
  isYearToDate,
  decimals,
  sourceId,
});

/** The page of one indicator again, as an address of its own: a form that was saved is a new form. */
export const savedAt = (viewer: Viewer, key: string) =>
  `/${viewer.council.slug}/settings/indicators/${key}?saved=${Date.now().toString(36)}`;

/** Every change of an indicator counts its version up. */
export const touch = (viewer: Viewer, db: Db, id: string, data: { title?: string; ownerId?: string | null } = {}) =>
  db.indicator.update({
    where: { councilId_id: { councilId: viewer.councilId, id } },
    data: { ...data, version: { increment: 1 } },
  });
