import { createServer } from 'node:net';

/** True when nothing listens there, on the host given. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `first` on. */
export async function firstFree(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 1_000; port++) if (await isFree(port, host)) return port;
  throw new Error(`no free port between ${first} and ${first + 1_000}`);
}
