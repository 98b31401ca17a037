import 'server-only';
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import busboy from 'busboy';
import { childColumn, childLevelSentences, childScanner, isCalendarColumn } from '#lib/imports/child-level.ts';
import { headerProblem } from '#lib/imports/columns.ts';
import { longestHeader, readHead } from '#lib/imports/header.ts';

/** What came of a file that was sent. A refused one is gone from the disk when this is known. */
export type Received = {
  fields: Record<string, string>;
  fileName: string;
  bytes: number;
  hash: string;
  /** Line ends in it: about how many rows it has. */
  lines: number;
  header: string[];
  meta: string | null;
  metaHash: string;
  /** A sentence; the file was deleted. */
  problem: string | null;
  /** True where it is refused because it lists children: then neither its name nor its hash is kept. */
  isChildLevel: boolean;
};

const lineEnd = Buffer.from('\n');
const longestMeta = 1024 * 1024;
const noFile = 'Choose the data file: a file of comma-separated values, as it was downloaded.';

type Options = { contentType: string; limit: number; makeRoom: () => Promise<string> };

/**
 * Takes a form with a data file, and perhaps its meta file, piece by piece: written, hashed and looked through on its
 * way, never held. What is refused is deleted at once, and the rest of it is let pass by, so that the browser gets its
 * answer.
 */
export async function receiveFile(body: ReadableStream<Uint8Array>, options: Options): Promise<Received> {
  const received: Received = {
    fields: {},
    fileName: '',
    bytes: 0,
    hash: '',
    lines: 0,
    header: [],
    meta: null,
    metaHash: '',
    problem: null,
    isChildLevel: false,
  };
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  const parser = busboy({
    headers: { 'content-type': options.contentType },
    limits: { files: 2, fields: 10, fieldSize: 1_000 },
    defParamCharset: 'utf8',
  });
  const works: Promise<unknown>[] = [];
  parser.on('field', (name, value) => {
    received.fields[name] = value;
  });
  parser.on('file', (name, stream, { filename }) => {
    // An error ends the whole form: the listener below hears of it first.
    stream.on('error', () => {});
    if (name === 'file' && filename) works.push(takeData(stream, filename, received, options));
    else if (name === 'meta' && filename) works.push(takeMeta(stream, received));
    else stream.resume();
  });
  const passed = new Promise<void>((resolve, reject) => {
    parser.once('close', resolve);
    parser.once('error', reject);
    source.once('error', (error) => {
      parser.destroy(error);
      reject(error);
    });
    source.pipe(parser);
  });
  try {
    await passed;
  } finally {
    await Promise.allSettled(works);
  }
  await Promise.all(works);
  if (received.fileName === '' && !received.problem) received.problem = noFile;
  return received;
}

async function takeData(stream: Readable, fileName: string, received: Received, { limit, makeRoom }: Options) {
  received.fileName = fileName.slice(0, 200);
  const path = await makeRoom();
  const file = await open(path, 'wx', 0o600);
  const look = lookThrough(received);
  const hash = createHash('sha256');
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      if (received.problem) continue;
      received.bytes += piece.length;
      if (received.bytes > limit) {
        received.problem = `The file is larger than ${Math.floor(limit / 1024 / 1024).toLocaleString('en-GB')} MB, the most that is taken here.`;
      }
      if (!received.problem) look(piece, false);
      if (received.problem) await rm(path, { force: true });
      else {
        hash.update(piece);
        await file.write(piece);
      }
    }
    if (!received.problem) look(Buffer.alloc(0), true);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  if (received.problem) await rm(path, { force: true });
  received.hash = received.isChildLevel ? '' : hash.digest('hex');
  if (received.isChildLevel) received.fileName = '';
}

/** Sets what is wrong with the file as soon as a piece shows it: first its columns, then what its cells look like. */
function lookThrough(received: Received): (piece: Buffer, isEnd: boolean) => void {
  let head: Buffer | null = Buffer.alloc(0);
  let isOfChildren: ((piece: Buffer) => boolean) | null = null;
  return (piece, isEnd) => {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) received.lines += 1;
    if (head) {
      head = Buffer.concat([head, piece]);
      const found = readHead(isEnd ? Buffer.concat([head, lineEnd]) : head);
      if (!found && head.length <= longestHeader && !isEnd) return;
      const { header } = found ?? { header: [] };
      received.header = header;
      const named = childColumn(header);
      isOfChildren = childScanner({ mayHoldDates: header.some(isCalendarColumn) });
      const holds = isOfChildren(isEnd ? Buffer.concat([head, lineEnd]) : head);
      head = null;
      if (named || holds) {
        received.isChildLevel = true;
        received.problem = named ? childLevelSentences.column(named) : childLevelSentences.value;
        received.header = [];
      } else received.problem = headerProblem(header);
    } else if (isOfChildren?.(isEnd ? lineEnd : piece)) {
      received.isChildLevel = true;
      received.problem = childLevelSentences.value;
      received.header = [];
    }
  };
}

async function takeMeta(stream: Readable, received: Received): Promise<void> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= longestMeta) pieces.push(piece);
  }
  if (bytes > longestMeta) {
    received.problem ??= 'The meta file is larger than 1 MB. Send the small file whose name ends in .meta.csv.';
    return;
  }
  const whole = Buffer.concat(pieces);
  received.meta = whole.toString('utf8');
  received.metaHash = createHash('sha256').update(whole).digest('hex');
}
