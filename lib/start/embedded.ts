import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { spawnPostgres, untilPostgresReady } from '#lib/start/cluster.ts';
import { initCluster, isNew } from '#lib/start/init-cluster.ts';
import { type Kept, keepAlive } from '#lib/start/keep-alive.ts';
import { prepareOwner } from '#lib/start/owner.ts';
import { firstFree } from '#lib/start/ports.ts';
import { readOrMakeSecrets } from '#lib/start/secrets.ts';

type Options = {
  /** Absolute and real, as claimDataDir gives it. */
  dataDir: string;
  say: (line: string) => void;
  giveUp: (reason: Error) => void;
  /** More settings of PostgreSQL; tests switch its safety off for speed. */
  flags?: Record<string, string>;
  signal?: AbortSignal;
};

type Embedded = {
  server: Kept;
  open: () => Promise<{ ownerUrl: string; superuserUrl: string; appSecret: string }>;
};

/** PostgreSQL in the data folder, kept alive on one loopback port; `open` answers when the owner can sign in. */
export function embedded({ dataDir, say, giveUp, flags, signal }: Options): Embedded {
  const folder = join(dataDir, 'postgres');
  let port = 0;
  let wasReady = false;
  const prepare = (async () => {
    const isFirstStart = isNew(folder);
    const secrets = readOrMakeSecrets(dataDir, isFirstStart);
    if (isFirstStart) {
      say('Making a new database; this happens once.');
      await initCluster(folder, secrets.superuser, { isDurable: flags?.fsync !== 'off', signal });
    }
    return secrets;
  })();
  const server = keepAlive({
    name: 'The database',
    stopSignal: 'SIGINT',
    say,
    giveUp,
    async spawn() {
      await prepare;
      if (!wasReady) port = await firstFree(port ? port + 1 : usualPort(folder), '127.0.0.1');
      return spawnPostgres(folder, port, flags);
    },
    async untilReady(child) {
      await untilPostgresReady(folder, child);
      wasReady = true;
    },
  });
  return {
    server,
    async open() {
      await server.ready;
      const secrets = await prepare;
      const url = (user: string, password: string, name: string) =>
        `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
      const superuserUrl = url('postgres', secrets.superuser, 'postgres');
      const ownerUrl = url('pledgeboard_owner', secrets.owner, 'pledgeboard');
      await prepareOwner({ superuserUrl, ownerUrl });
      return { ownerUrl, superuserUrl, appSecret: secrets.app };
    },
  };
}

/** A folder finds its port again, below the ports that systems lend to outgoing connections. */
function usualPort(folder: string): number {
  return 20_000 + (createHash('sha256').update(folder).digest().readUInt16BE(0) % 10_000);
}
