import { isIP } from 'node:net';

/**
 * The network that a request came from, as attempts to sign in are counted by it.
 *
 * IPv4: the one address. A council's building is behind one already; a /24 would make neighbours of strangers.
 * IPv6: the /64, which is what one subscriber holds; an attacker changes the other half at will.
 *
 * @param hops the X-Forwarded-For header with the socket's own address as its last entry
 * @param proxies how many proxies of ours stand in front. Each adds one entry at the end; what is to the left
 *   of those was written by the sender and is not believed.
 */
export function networkOf(hops: string | null, proxies: number): string {
  const entries = (hops ?? '').split(',').map(bareAddress);
  const address = entries.at(-1 - proxies) ?? entries[0] ?? '';
  if (isIP(address) === 4) return address;
  return isIP(address) === 6 ? firstHalf(address) : 'unknown';
}

/** Without port, brackets or zone; an IPv4 address in IPv6 clothes as IPv4. */
function bareAddress(entry: string): string {
  const text = entry.trim().toLowerCase();
  const inside = /^\[([^\]]*)\]/.exec(text)?.[1] ?? text;
  const withoutPort = /^([\d.]+):\d+$/.exec(inside)?.[1] ?? inside;
  const withoutZone = withoutPort.split('%')[0] ?? '';
  return /^::ffff:([\d.]+)$/.exec(withoutZone)?.[1] ?? withoutZone;
}

function firstHalf(address: string): string {
  const [left = '', right] = address.split('::');
  const groups = left.split(':').filter(Boolean);
  // "::" stands for as many zeros as are missing; only those before the middle matter here.
  const tail = (right ?? '').split(':').filter(Boolean);
  const missing = right === undefined ? 0 : 8 - groups.length - tail.length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
