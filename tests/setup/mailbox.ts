import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback that keeps what it is given, and refuses addresses that contain "nobody". */
export async function startMailbox(port = 0) {
  const mails: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      address.includes('nobody') ? done(new Error(`550 no mailbox for ${address}`)) : done(),
    async onData(stream, _session, done) {
      const source = Buffer.concat(await stream.toArray()).toString();
      mails.push(source.replaceAll('\r\n', '\n'));
      done();
    },
  });
  await new Promise<void>((done) => smtp.listen(port, '127.0.0.1', done));
  return {
    mails,
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((done) => smtp.close(done)),
  };
}
