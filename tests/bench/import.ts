import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { prepareDatabase } from '#lib/start/prepare-database.ts';
import { makeFile, rowsOf, rules } from '#tests/bench/import-file.ts';
import { scratchCluster, scratchFolder } from '#tests/setup/cluster.ts';

/**
 * `npm run bench:import`: how fast a file of figures comes in, beside PostgreSQL's own
 * COPY of the same rows into an equal table (same columns, indexes, checks and keys), in the same run. Counted of the
 * import: receiving the form, hashing and searching it, reading it with its preview, and saving. Ends with 1 when it
 * takes more than four times as long as COPY, or when memory grows with the file.
 */
const years = Number(process.env.BENCH_YEARS ?? 12);
const bounds = { ofCopy: 0.25, growthMb: 64 };
const log = (line: string) => console.log(line);
const cluster = await scratchCluster();
const { folder, remove } = scratchFolder();
try {
  const { ownerUrl, appSecret: secret } = cluster;
  const urls = await prepareDatabase({ ownerUrl, secret, say: () => {} });
  const { seed } = await import('#prisma/seed/seed.ts');
  await seed({ databaseUrl: ownerUrl, today: new Date(), log: () => {} });
  Object.assign(process.env, {
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_AUTH_URL: urls.authUrl,
    PLEDGEBOARD_SECRET: secret,
    PLEDGEBOARD_DATA_DIR: folder,
  });
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const { councilId, personId } = await makeFigures(owner, urls.authUrl);
  const once = await bringIn({ owner, councilId, personId, years });
  const copied = await copySame(owner, once.id);
  const ratio = once.rows / once.seconds / (copied.rows / copied.seconds);
  log(`\nCOPY into an equal table: ${copied.rows.toLocaleString('en-GB')} rows in ${copied.seconds.toFixed(1)} s`);
  const four = await bringIn({ owner, councilId, personId, years: years * 4 });
  const growth = four.peakMb - once.peakMb;
  log('');
  const isFast = ratio >= bounds.ofCopy;
  const isFlat = growth <= bounds.growthMb;
  log(`${isFast ? 'holds' : 'FAILS'}  rows a second, of COPY: ${ratio.toFixed(2)} (≥ ${bounds.ofCopy})`);
  log(
    `${isFlat ? 'holds' : 'FAILS'}  peak memory at 4 times the rows: ${growth.toFixed(0)} MB more (≤ ${bounds.growthMb} MB)`,
  );
  process.exitCode = isFast && isFlat ? 0 : 1;
  await owner.end();
} finally {
  await cluster.stop();
  remove();
}

/** A figure for each rule, and the map that says so. */
async function makeFigures(owner: pg.Client, authUrl: string) {
  const auth = new pg.Client(authUrl);
  await auth.connect();
  const { rows } = await auth.query(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
  await auth.end();
  const councilId: string = rows[0].id;
  await owner.query(`SELECT set_config('app.council', $1, false)`, [councilId]);
  const found = await owner.query(`SELECT id FROM "Person" WHERE name IS NOT NULL LIMIT 1`);
  const personId: string = found.rows[0].id;
  const keys = rules.map(({ indicator }) => indicator);
  await owner.query(
    `INSERT INTO "Indicator" ("councilId", id, key, title) SELECT $1, gen_random_uuid(), k, k FROM unnest($2::text[]) k`,
    [councilId, keys],
  );
  await owner.query(
    `INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType",
       decimals, polarity, "startsOn")
     SELECT $1, gen_random_uuid(), i.id, 1, '', '%', '', (SELECT id FROM "Source" LIMIT 1), 'snapshot31March', 1, 'none',
            '1900-01-01' FROM "Indicator" i WHERE i.key = ANY ($2)`,
    [councilId, keys],
  );
  return { councilId, personId };
}

type Run = { owner: pg.Client; councilId: string; personId: string; years: number };

/** Sends, reads and saves a file as the product does; the peak is of this process, which does the work of app and worker. */
async function bringIn({ owner, councilId, personId, years: span }: Run) {
  const { receiveFile } = await import('#lib/imports/receiving.ts');
  const { makeRoom } = await import('#lib/imports/storage.ts');
  const { readImport } = await import('#lib/imports/reading.ts');
  const { saveImport } = await import('#lib/imports/saving.ts');
  const path = join(folder, 'made.csv');
  const bytes = await makeFile(path, span);
  const rows = rowsOf(span);
  const id = randomUUID();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const started = performance.now();
  const boundary = 'bench';
  const received = await receiveFile(formOf(path, boundary), {
    contentType: `multipart/form-data; boundary=${boundary}`,
    limit: bytes + 1,
    makeRoom: () => makeRoom(councilId, id),
  });
  if (received.problem) throw new Error(received.problem);
  const step = (name: string, from: number) =>
    log(`${name.padEnd(34)}${((performance.now() - from) / 1000).toFixed(1)} s`);
  log(`\n${rows.toLocaleString('en-GB')} rows, ${(bytes / 1024 / 1024).toFixed(0)} MB`);
  step('  received, hashed, searched', started);
  await owner.query(
    `WITH map AS (INSERT INTO "ImportMap" ("councilId", id, name, columns, mapping, "savedById")
       VALUES ($1, gen_random_uuid(), $2, 'bench', $3, $4) RETURNING id)
     INSERT INTO "Import" ("councilId", id, "personId", "fileName", hash, bytes, findings, "mapId")
     SELECT $1, $2::uuid, $4, 'made.csv', $5, $6, $7, map.id FROM map`,
    [
      councilId,
      id,
      JSON.stringify({ rules }),
      personId,
      received.hash,
      bytes,
      JSON.stringify({ header: received.header }),
    ],
  );
  const reading = performance.now();
  await readImport(councilId, id);
  step('  read, with its preview', reading);
  const { rows: ready } = await owner.query(`UPDATE "Import" SET state = 'saving' WHERE id = $1 RETURNING findings`, [
    id,
  ]);
  log(
    `  ${JSON.stringify({ ...ready[0].findings.preview, rules: 0, firstAdded: 0, firstChanged: 0, firstRefused: 0, newAreas: 0 })}`,
  );
  const saving = performance.now();
  await saveImport(councilId, id);
  step('  saved', saving);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  const { rows: kept } = await owner.query('SELECT count(*)::int AS n FROM "Observation" WHERE "importId" = $1', [id]);
  log(
    `  ${kept[0].n.toLocaleString('en-GB')} figures kept, ${seconds.toFixed(1)} s in all, ${(peak / 1024 / 1024).toFixed(0)} MB at most`,
  );
  return { id, rows: kept[0].n as number, seconds, peakMb: peak / 1024 / 1024 };
}

/** A form with the file, piece by piece. */
function formOf(path: string, boundary: string): ReadableStream<Uint8Array> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="made.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  async function* pieces() {
    yield Buffer.from(head);
    for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 })) yield piece as Buffer;
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  return Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>;
}

/** The same rows once more, by COPY and as the owner, into a table with the same columns, indexes, checks and keys. */
async function copySame(owner: pg.Client, importId: string) {
  const path = join(folder, 'rows.csv');
  const source = owner.query(
    copyTo(`COPY (SELECT * FROM "Observation" WHERE "importId" = '${importId}') TO STDOUT (FORMAT csv)`),
  );
  await pipeline(source, createWriteStream(path));
  await owner.query('CREATE TABLE twin (LIKE "Observation" INCLUDING ALL)');
  const { rows: keys } = await owner.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = '"Observation"'::regclass AND contype = 'f'`,
  );
  for (const { definition } of keys) await owner.query(`ALTER TABLE twin ADD ${definition}`);
  const started = performance.now();
  await pipeline(
    createReadStream(path, { highWaterMark: 256 * 1024 }),
    owner.query(copyFrom('COPY twin FROM STDIN (FORMAT csv)')),
  );
  const seconds = (performance.now() - started) / 1000;
  const { rows } = await owner.query('SELECT count(*)::int AS n FROM twin');
  log(`  ${(statSync(path).size / 1024 / 1024).toFixed(0)} MB of rows, ${keys.length} keys`);
  return { rows: rows[0].n as number, seconds };
}
