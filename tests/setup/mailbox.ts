import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/**
 * A real mail server on loopback that keeps what it is given, and refuses addresses that contain "nobody".
 * @param options.slowMs how long it has a mail before it says so: who is killed meanwhile never knows
 */
export async function startMailbox({ port = 0, slowMs = 0 } = {}) {
  const mails: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      address.includes('nobody') ? done(new Error(`550 no mailbox for ${address}`)) : done(),
    async onData(stream, _session, done) {
      // Who hangs up in the middle has sent nothing.
      const whole = await stream.toArray().catch(() => null);
      if (!whole) return;
      const source = Buffer.concat(whole).toString();
      mails.push(source.replaceAll('\r\n', '\n'));
      if (slowMs > 0) await delay(slowMs);
      done();
    },
  });
  // Who dies in the middle of a connection is no trouble of the server's.
  smtp.on('error', () => {});
  await new Promise<void>((done) => smtp.listen(port, '127.0.0.1', done));
  return {
    mails,
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((done) => smtp.close(done)),
  };
}
