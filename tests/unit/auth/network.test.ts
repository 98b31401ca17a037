import { describe, expect, it } from 'vitest';
import { networkOf } from '#lib/auth/network.ts';

describe('the network of a request', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:51234', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:0DB8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is of %s', (hops, network) => {
    expect(networkOf(hops, 0)).toBe(network);
  });

  it('believes only what our own proxies wrote: the sender writes the left of the list', () => {
    const hops = '203.0.113.9, 198.51.100.4, 10.0.0.2';
    expect(networkOf(hops, 0)).toBe('10.0.0.2');
    expect(networkOf(hops, 1)).toBe('198.51.100.4');
    expect(networkOf('10.0.0.2', 1)).toBe('10.0.0.2');
  });
});
