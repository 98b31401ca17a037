import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import type { Db } from '#lib/db.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** The council's row, held for this transaction: two who save settings come one after the other. */
export async function loadCouncil(viewer: Viewer, db: Db) {
  await db.$queryRaw`SELECT 1 FROM "Council" WHERE id = ${viewer.councilId}::uuid FOR UPDATE`;
  const { vocabulary, rules, statuses, language, roleNames, contact, ...council } = await db.council.findUniqueOrThrow({
    where: { id: viewer.councilId },
  });
  const settings = { vocabulary, rules, statuses, language, roleNames, contact };
  // Keys of the rules that this version does not know stay as they are.
  return { ...council, ...councilSettings.parse(settings), kept: { rules: rules as Prisma.JsonObject } };
}
type Council = Awaited<ReturnType<typeof loadCouncil>>;

type Change = {
  /** The page of the settings. */
  part: string;
  stands: object;
  /** What stands, as the form's fields, where those are not the names in it. */
  fields?: Record<string, string>;
  /** What is saved, where that is not what was typed. */
  data?: Prisma.CouncilUpdateInput;
};

/** Saves one part of the settings, if it is still what the form was shown. */
export async function changing(
  viewer: Viewer,
  db: Db,
  { shown, ...typed }: { shown: string } & Record<string, unknown>,
  { part, stands, fields = textsOf(stands), data = typed }: Change,
) {
  sameAsShown(stands, shown, { fields, typed });
  await db.council.update({ where: { id: viewer.councilId }, data });
  return { subject: part, to: savedAt(viewer, part) };
}

/** The page again, as an address of its own: a form that was saved is a new form. */
export const savedAt = (viewer: Viewer, part: string) =>
  `/${viewer.council.slug}/settings/${part}?saved=${Date.now().toString(36)}`;

const textsOf = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

export const fieldsOfStatuses = (statuses: Council['statuses']): Record<string, string> =>
  Object.fromEntries(
    statuses.flatMap(({ key, label, meaning }) => [
      [`${key}Label`, label],
      [`${key}Meaning`, meaning],
    ]),
  );
