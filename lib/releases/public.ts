import 'server-only';
import { readInCouncil, readSignIn } from '#lib/reading.ts';
import { type Body, bodyOf } from '#lib/releases/bodies.ts';
import type { PublicCouncil, ReleaseContent } from '#lib/releases/content.ts';
import type { Edition } from '#lib/releases/page/list.ts';
import { sharedRead } from '#lib/shared-read.ts';

/**
 * What anybody may read, signed in or not: released documents, and which there are. Nothing here looks at a session.
 * An edition's bytes never change, so they are remembered by their hash; whether it still stands is asked each time.
 */

type Row = Edition & { id: string; hash: string };
export type PublicSide = { council: PublicCouncil; contact: string; editions: Row[] };

/** Which council has this address. Addresses of councils never change, so each is looked up once. */
const councils = new Map<string, string>();

async function councilIdOf(slug: string): Promise<string | null> {
  const known = councils.get(slug);
  if (known) return known;
  const [found] = await readSignIn<{ id: string }[]>`SELECT id FROM "Council" WHERE slug = ${slug}`;
  if (found) councils.set(slug, found.id);
  return found?.id ?? null;
}

const readEditions = sharedRead(
  (councilId: string) => councilId,
  (councilId: string) =>
    readInCouncil(
      councilId,
      (db) => db.$queryRaw<Row[]>`
        SELECT id, slug, edition, title, hash, "releasedAt", "withdrawnAt", "withdrawnReason"
          FROM "Release" WHERE kind = 'figures' ORDER BY "releasedAt" DESC, edition DESC`,
    ),
);

/** The public side of a council; null where there is no such council, or it is still being set up. */
export async function readPublicSide(slug: string): Promise<PublicSide | null> {
  const councilId = await councilIdOf(slug);
  if (!councilId) return null;
  const editions = await readEditions(councilId);
  const [council] = await readInCouncil(
    councilId,
    (db) => db.$queryRaw<(PublicCouncil & { contact: string })[]>`
      SELECT slug, name, "shortName", code, colour, demo, contact FROM "Council" WHERE "readyOn" IS NOT NULL`,
  );
  if (!council) return null;
  const { contact, ...rest } = council;
  return { council: rest, contact, editions };
}

/** One edition as it stands: its page while it is released, that it was withdrawn, or null where it never was. */
export async function readEdition(
  slug: string,
  set: string,
  edition: number | null,
): Promise<{ page: Body } | { withdrawn: true } | null> {
  const councilId = await councilIdOf(slug);
  if (!councilId) return null;
  const found = editionIn(await readEditions(councilId), set, edition);
  if (!found) return null;
  return found.withdrawnAt ? { withdrawn: true } : { page: await pageOf(councilId, found) };
}

/** The edition of this number, or the newest of the set, withdrawn or not. */
export function editionIn<One extends Edition>(
  editions: readonly One[],
  set: string,
  edition: number | null,
): One | null {
  const ofSet = editions.filter(({ slug }) => slug === set);
  if (edition !== null) return ofSet.find((one) => one.edition === edition) ?? null;
  return ofSet.toSorted((a, b) => b.edition - a.edition)[0] ?? null;
}

/** So many pages and contents are kept; the one not asked for longest goes first. */
const most = 100;

function kept<Value>() {
  const values = new Map<string, Value>();
  return async (key: string, make: () => Promise<Value>): Promise<Value> => {
    const value = values.get(key) ?? (await make());
    values.delete(key);
    values.set(key, value);
    if (values.size > most) values.delete(values.keys().next().value ?? key);
    return value;
  };
}

const pages = kept<Body>();
const contents = kept<ReleaseContent>();

const pageOf = (councilId: string, { id, hash }: Row) =>
  pages(`${councilId} ${hash}`, async () => {
    const [row] = await readInCouncil(
      councilId,
      (db) => db.$queryRaw<{ html: string }[]>`SELECT html FROM "Release" WHERE id = ${id}::uuid`,
    );
    return bodyOf(row?.html ?? '', 'text/html; charset=utf-8', hash);
  });

/** What an edition holds. Only for one that stands: nothing of a withdrawn one may be answered. */
export async function readContent(slug: string, { id }: Row): Promise<ReleaseContent> {
  const councilId = (await councilIdOf(slug)) ?? '';
  return contents(id, async () => {
    const [row] = await readInCouncil(
      councilId,
      (db) => db.$queryRaw<{ content: ReleaseContent }[]>`SELECT content FROM "Release" WHERE id = ${id}::uuid`,
    );
    if (!row) throw new Error(`The release ${id} is not there.`);
    return row.content;
  });
}
