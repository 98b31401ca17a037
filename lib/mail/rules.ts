/** A mail as we write it: headers, then the plain text in quoted-printable as the first part. */
export function readMail(source: string): { to: string; subject: string; at: Date; text: string } {
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\n[ \\t].*)*)`, 'im').exec(source)?.[1]?.replace(/\n\s+/g, ' ') ?? '';
  const part = /content-type: text\/plain[^\n]*\n(?:[^\n]+\n)*\n([\s\S]*?)\n--/i.exec(source)?.[1] ?? '';
  return {
    to: header('To'),
    subject: header('Subject'),
    at: new Date(header('Date')),
    text: decodeQuotedPrintable(part).trim(),
  };
}

/** RFC 2045, 6.7: `=` at the end of a line joins it to the next, `=C3` is a byte. */
function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The address of our own in a mail's text, if there is one, as a path. */
export function linkIn(text: string, site: string): string | null {
  const address = text.split(/\s/).find((word) => word.startsWith(`${site}/`));
  return address?.slice(site.length) ?? null;
}
