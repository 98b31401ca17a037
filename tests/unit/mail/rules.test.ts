import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { linkIn, readMail } from '#lib/mail/rules.ts';

const site = 'http://localhost:3000';

it('reads a mail back as it was written', async () => {
  const link = `${site}/sign-in/link?token=${'x'.repeat(90)}&to=%2Fportsmouth`;
  const text = `Good morning – here is ünïcode = and a link:\n\n${link}\n\nGoodbye.`;
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const written = await writer.sendMail({
    from: 'a@b.example',
    to: 'who@b.example',
    subject: 'Your link',
    text,
    html: `<p>${link}</p>`,
    textEncoding: 'quoted-printable',
  });
  const mail = readMail((written.message as Buffer).toString());
  expect(mail).toMatchObject({ to: 'who@b.example', subject: 'Your link', text });
  expect(Date.now() - mail.at.getTime()).toBeLessThan(10_000);
  expect(linkIn(mail.text, site)).toBe(link.slice(site.length));
  expect(linkIn('no link', site)).toBeNull();
  expect(linkIn(`${site}.evil.example/x`, site)).toBeNull();
});
