import 'server-only';
import { inCouncil } from '#lib/db.ts';

/** Somebody asked to stop. */
export class Cancelled extends Error {}

/** Beside the work on a file: writes how far it is, and breaks it off when somebody asks. */
export type Watch = {
  /** @param pid of the database connection that does the work */
  begin: (pid: number) => void;
  /** So many more rows are done. */
  add: (rows: number) => void;
  end: () => Promise<void>;
  /** @throws Cancelled when somebody asked to stop */
  check: () => void;
};

export function watchImport(councilId: string, id: string, everyMs = 700): Watch {
  let [rows, written, worker] = [0, -1, 0];
  let isCancelled = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  async function look(): Promise<void> {
    await inCouncil(councilId, async (db) => {
      if (rows !== written) await db.import.updateMany({ where: { id }, data: { rowsDone: rows } });
      written = rows;
      const found = await db.import.findFirst({ where: { id }, select: { cancelledAt: true } });
      isCancelled = found?.cancelledAt != null;
      // The statement that runs just now is ended; the transaction with it is undone.
      if (isCancelled) await db.$queryRaw`SELECT pg_cancel_backend(${worker}::int)`;
    });
  }
  return {
    begin(pid) {
      worker = pid;
      timer = setInterval(() => {
        // The work goes on whether or not its progress could be written.
        current = current.then(look).catch(() => {});
      }, everyMs);
    },
    add(more) {
      rows += more;
    },
    async end() {
      clearInterval(timer);
      await current;
    },
    check() {
      if (isCancelled) throw new Cancelled();
    },
  };
}
