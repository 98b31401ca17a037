import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { makeVoiceLink, sayByLink } from '#lib/voice/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

/** Somebody of the demo cast as the pages see them. */
export const viewerOf = (who: string): Promise<Viewer> =>
  readAs(who, async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error(`${who} has no role`);
    return viewer;
  });

type Round = { id: string; opensOn: string; closesOn: string; today: string };

/** The round that is open today, with its days as a form has them. */
export async function openRound(): Promise<Round> {
  const [round] = await inPortsmouth<Round>(
    `SELECT id, "opensOn"::text, "closesOn"::text, (now() AT TIME ZONE 'Europe/London')::date::text AS today FROM "Round"
      WHERE (now() AT TIME ZONE 'Europe/London')::date BETWEEN "opensOn" AND "closesOn"`,
  );
  if (!round) throw new Error('no round is open in the demo');
  return round;
}

/** A new link of the open round. @returns its code */
export async function makeLink(fields: Record<string, string | number> = {}): Promise<string> {
  const { id: round, today: opensOn, closesOn } = await openRound();
  const all = { round, groupName: 'A test group', places: 20, opensOn, closesOn, ...fields };
  const { state } = await actAs('strategy-officer', makeVoiceLink, all);
  if (!state?.shownOnce) throw new Error(`no link was made: ${JSON.stringify(state)}`);
  return state.shownOnce;
}

let ids: Map<number, string> | undefined;

/** The promise's id by its number. */
export async function promiseId(number: number): Promise<string> {
  ids ??= new Map(
    (await inPortsmouth<{ number: number; id: string }>(`SELECT number, id FROM "Promise"`)).map((row) => [
      row.number,
      row.id,
    ]),
  );
  return ids.get(number) ?? '';
}

type Said = { rating?: string; why?: string };
type Sent = { visit?: string; origin?: string | null; network?: string };

/** What somebody says by a link, by the promise's number. */
export async function say(code: string, said: Record<number, Said>, sent: Sent = {}) {
  const { visit = crypto.randomUUID(), ...options } = sent;
  return actAs(null, sayByLink, { code, visit, ...(await fieldsOf(said)) }, options);
}

export async function fieldsOf(said: Record<number, Said>): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [number, { rating, why }] of Object.entries(said)) {
    const id = await promiseId(Number(number));
    if (rating !== undefined) fields[`rating-${id}`] = rating;
    if (why !== undefined) fields[`why-${id}`] = why;
  }
  return fields;
}
