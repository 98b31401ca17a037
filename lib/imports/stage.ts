import 'server-only';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { env } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { longestHeader, readHead } from '#lib/imports/header.ts';
import { pathOf } from '#lib/imports/storage.ts';
import type { Watch } from '#lib/imports/watching.ts';

/** A file laid out in a table of texts of its own, inside one transaction of the council; nobody else sees it. */
export type Stage = {
  client: pg.Client;
  councilId: string;
  header: readonly string[];
  /** The column of the table `raw` that holds this column of the file; NULL where the file has none. */
  at: (name: string) => string;
};

/** Sorting and joining get room, and spill to the disk beyond it: memory does not grow with the file. */
const options = '-c statement_timeout=0 -c temp_buffers=32MB -c work_mem=32MB -c jit=off';

/**
 * Runs `work` over the file of an import, and undoes everything unless `work` answers with `commit: true`.
 * @throws Refusal that says which row is no row of comma-separated values
 */
export async function onStage<T extends { commit: boolean }>(
  { councilId, id, watch }: { councilId: string; id: string; watch: Watch },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: env.DATABASE_APP_URL, options, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ pid: number }>(
      `SELECT set_config('app.council', $1, true), pg_backend_pid() AS pid`,
      [councilId],
    );
    watch.begin(rows[0]?.pid ?? 0);
    const { header, offset, lines } = await headOf(pathOf(councilId, id));
    const stage = { client, councilId, header, at: columnAt(header) };
    await client.query(tableOf(stage));
    const source = createReadStream(pathOf(councilId, id), { start: offset, highWaterMark: 256 * 1024 });
    const target = client.query(copyFrom(copyInto(header)));
    await pipeline(source, counting(watch), target).catch((error) => {
      throw copyProblem(error, lines) ?? error;
    });
    await client.query('ANALYZE raw');
    const answer = await work(stage);
    await watch.end();
    await client.query(answer.commit ? 'COMMIT' : 'ROLLBACK');
    return answer;
  } finally {
    await watch.end();
    // Closing the connection undoes what was not committed, whatever state it is in.
    await client.end().catch(() => {});
  }
}

const columnAt = (header: readonly string[]) => (name: string) => {
  const at = header.indexOf(name);
  return at < 0 ? 'NULL::text' : `c${at + 1}`;
};

const names = (header: readonly string[]) => header.map((_, at) => `c${at + 1}`);

const copyInto = (header: readonly string[]) => `COPY raw (${names(header).join(', ')}) FROM STDIN (FORMAT csv)`;

/** The code of the place follows from the level: empty where the row has none, NULL where the level is not read. */
function tableOf({ header, at }: Stage): string {
  const code = (name: string) => `coalesce(btrim(${at(name)}), '')`;
  return `CREATE TEMP TABLE raw (
    n integer GENERATED ALWAYS AS IDENTITY (CACHE 1000),
    ${names(header)
      .map((name) => `${name} text`)
      .join(', ')},
    code text GENERATED ALWAYS AS (CASE lower(btrim(${at('geographic_level')}))
      WHEN 'national' THEN ${code('country_code')}
      WHEN 'regional' THEN ${code('region_code')}
      WHEN 'local authority' THEN ${code('new_la_code')} END) STORED) ON COMMIT DROP`;
}

async function headOf(path: string) {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const head = readHead(bytes);
    if (!head) throw new Refusal('The file has one row alone: the names of its columns.');
    return { ...head, lines: countOf(bytes.subarray(0, head.offset)) };
  } finally {
    await file.close();
  }
}

function countOf(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Tells the watch how many lines have gone by. */
const counting = (watch: Watch) =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      watch.add(countOf(piece));
      done(null, piece);
    },
  });

/** What PostgreSQL has against a row, in words, without what stands in it; null for what is no fault of the file. */
function copyProblem(error: unknown, headLines: number): Refusal | null {
  const { code, message = '', where = '' } = error as { code?: string; message?: string; where?: string };
  const line = Number(/line (\d+)/.exec(where)?.[1] ?? 0) + headLines;
  const said = (sentence: string) => new Refusal(`Line ${line.toLocaleString('en-GB')} of the file: ${sentence}`);
  if (code === '22021' || code === '22P05') {
    return said('it holds characters that are not UTF-8. Save the file as "CSV UTF-8" and send it again.');
  }
  if (code !== '22P04') return null;
  if (/extra data/.test(message)) return said('it has more cells than the first row has names.');
  if (/missing data/.test(message)) return said('it has fewer cells than the first row has names.');
  if (/unterminated/.test(message)) return said('a quotation mark opens a cell that never ends.');
  if (/newline|carriage/.test(message)) return said('its line end differs from those before.');
  return said('it cannot be read as comma-separated values.');
}
