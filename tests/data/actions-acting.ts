import { addAction, changeAction, moveAction } from '#lib/actions/mutations.ts';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

export const today = day(isoDay(new Date()));
export const on = (days: number) => isoDay(addDays(today, days));

type Row = {
  id: string;
  title: string;
  status: string;
  dueOn: string | null;
  completedOn: string | null;
  version: number;
  ownerId: string | null;
  waitsForId: string | null;
};
export const rows = () =>
  inPortsmouth<Row>(`SELECT a.id, a.title, a.status, a."dueOn"::text, a."completedOn"::text, a.version, a."ownerId", a."waitsForId"
    FROM "Action" a JOIN "Commitment" c ON c.id = a."commitmentId" WHERE c.slug = 'home-2' ORDER BY a.title`);
export const row = async (title: string) => (await rows()).find((one) => one.title === title) as Row;
const idOf = async (name: string) =>
  (await inPortsmouth<{ id: string }>(`SELECT id FROM "Person" WHERE name = $1`, [name]))[0]?.id ?? '';
export const [partner, skills] = [await idOf('Health partner'), await idOf('Skills lead')];

export const typed = {
  status: 'notStarted',
  completedOn: '',
  owner: '',
  organisation: '',
  dueOn: '',
  days: '',
  meeting: '',
  waitsFor: '',
  notes: '',
};
export const add = async (title: string, fields: Record<string, string> = {}) => {
  const answer = await actAs('home-lead', addAction, { ...typed, commitment: 'home-2', title, ...fields });
  return { ...answer, row: await row(title) };
};
export const change = async (title: string, fields: Record<string, string | number>, who = 'home-lead') => {
  const { id, version } = await row(title);
  return actAs(who, changeAction, { ...typed, title, action: id, version, ...fields });
};
export const move = async (title: string, status: string, who = 'home-lead', completedOn = '') => {
  const { id, version } = await row(title);
  return actAs(who, moveAction, { action: id, version, status, completedOn });
};

/** Home 2 has no actions, and nobody but the leads of priorities leads anything. */
export async function noActions(): Promise<void> {
  await inPortsmouth(`DELETE FROM "Assignment" WHERE "actionId" IS NOT NULL OR "commitmentId" IS NOT NULL`);
  await inPortsmouth(`DELETE FROM "Evidence" WHERE "actionId" IS NOT NULL`);
  await inPortsmouth(`DELETE FROM "Action" a USING "Commitment" c WHERE c.id = a."commitmentId" AND c.slug = 'home-2'`);
}
