import 'server-only';
import type { Verdict } from '#lib/promises/rules.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Sql } from '#lib/sql.ts';
import { standingView, type Tally } from '#lib/voice/rules.ts';

/** What was said of one promise in one round, and what was answered. Counts as they are: never for a screen. */
export type SaidRow = {
  promiseId: string;
  roundId: string;
  meetingAt: Date;
  /** True while it counts: until the next round has closed, as with what the workers say. */
  isCurrent: boolean;
  groups: Tally;
  representatives: Tally;
  /** How many words may be shown. */
  words: number;
  answer: string | null;
  answeredAt: Date | null;
};

/** Which of it: what counts now of every promise, or everything that was ever said of one. */
type Which = { promiseId?: string };

/** What was said by this moment, the newest round first: added up before anything is joined to it. One statement. */
export const readSaidRows = (db: Sql, asOf: Date, { promiseId }: Which = {}) => db.$queryRaw<SaidRow[]>`
    WITH passed AS (
      SELECT COALESCE(max("opensOn"), '-infinity') AS since FROM "Round" WHERE "closesOn" < ${today(asOf)}),
    rounds AS MATERIALIZED (
      SELECT o."councilId", o.id, o."meetingId", o."opensOn", o."opensOn" >= passed.since AS "isCurrent"
        FROM passed CROSS JOIN "Round" o WHERE ${promiseId !== undefined} OR o."opensOn" >= passed.since),
    counted AS MATERIALIZED (
      SELECT r."councilId", r."promiseId", r."roundId",
             json_build_object(
               'kept', count(*) FILTER (WHERE r.rating = 'kept' AND r."linkId" IS NOT NULL),
               'partly', count(*) FILTER (WHERE r.rating = 'partly' AND r."linkId" IS NOT NULL),
               'notYet', count(*) FILTER (WHERE r.rating = 'notYet' AND r."linkId" IS NOT NULL),
               'cannotTell', count(*) FILTER (WHERE r.rating = 'cannotTell' AND r."linkId" IS NOT NULL)) AS groups,
             json_build_object(
               'kept', count(*) FILTER (WHERE r.rating = 'kept' AND r."linkId" IS NULL),
               'partly', count(*) FILTER (WHERE r.rating = 'partly' AND r."linkId" IS NULL),
               'notYet', count(*) FILTER (WHERE r.rating = 'notYet' AND r."linkId" IS NULL),
               'cannotTell', count(*) FILTER (WHERE r.rating = 'cannotTell' AND r."linkId" IS NULL)) AS representatives,
             (count(*) FILTER (WHERE r.why <> '' AND r.moderation = 'shown'))::int AS words
        FROM "PromiseRating" r
       WHERE r."roundId" IN (SELECT id FROM rounds) AND r."ratedOn" <= ${today(asOf)}
         AND (${promiseId ?? null}::uuid IS NULL OR r."promiseId" = ${promiseId ?? null}::uuid)
       GROUP BY r."councilId", r."promiseId", r."roundId")
    SELECT counted."promiseId", counted."roundId", m."startsAt" AS "meetingAt", o."isCurrent", counted.groups,
           counted.representatives, counted.words, a.words AS answer, a."publishedAt" AS "answeredAt"
      FROM counted JOIN rounds o ON o.id = counted."roundId"
      JOIN "Meeting" m ON m."councilId" = o."councilId" AND m.id = o."meetingId"
      LEFT JOIN "Answer" a ON a."councilId" = counted."councilId" AND a."promiseId" = counted."promiseId"
                          AND a."roundId" = counted."roundId" AND a."publishedAt" <= ${asOf}
     ORDER BY o."opensOn" DESC, counted."promiseId"`;

/** What young people say of a promise now, as everybody may see it; null where nothing can be shown. */
export function youngVoice(rows: readonly SaidRow[], promiseId: string, threshold: number) {
  const current = rows.filter((row) => row.promiseId === promiseId && row.isCurrent);
  const standing = standingView(current, threshold);
  const heard = current.filter((row) => row.words > 0 || row === standing || isHeard(row, threshold));
  return {
    /** The verdict and its counts. */
    view: standing?.view ?? null,
    meetingAt: standing?.meetingAt ?? null,
    /** False where something was said that nobody has answered. */
    isAnswered: heard.every((row) => row.answeredAt !== null),
    wasHeard: heard.length > 0,
  };
}
export type YoungVoice = ReturnType<typeof youngVoice>;

const isHeard = (row: SaidRow, threshold: number) => standingView([row], threshold) !== null;

/** The young people's verdict to put beside the board's, promise by promise. */
export const withVoice = <Row extends { id: string; verdict: Verdict }>(
  promises: readonly Row[],
  said: readonly SaidRow[],
  threshold: number,
): (Row & { young: YoungVoice })[] =>
  promises.map((promise) => ({ ...promise, young: youngVoice(said, promise.id, threshold) }));
