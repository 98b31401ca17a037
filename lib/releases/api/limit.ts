/** How much of its allowance a network has left, and since when that was true. */
type Bucket = { tokens: number; at: number };

/** So many networks are remembered; the one that asked longest ago goes first, and begins anew. */
const mostNetworks = 10_000;

/**
 * A token bucket for each network: it holds a minute's allowance and fills evenly. It lives in the memory of the
 * process: a restart gives everybody a full one, and several processes would each give one.
 * @param perMinute how often a network may ask in a minute
 */
export function limiter() {
  const buckets = new Map<string, Bucket>();
  /** @returns 0 when the request may pass, else in how many seconds the next one may */
  return (network: string, perMinute: number, now: number): number => {
    const known = buckets.get(network) ?? { tokens: perMinute, at: now };
    const filled = known.tokens + ((now - known.at) / 60_000) * perMinute;
    const tokens = Math.min(perMinute, Math.max(0, filled));
    const mayPass = tokens >= 1;
    buckets.delete(network);
    buckets.set(network, { tokens: mayPass ? tokens - 1 : tokens, at: now });
    if (buckets.size > mostNetworks) buckets.delete(buckets.keys().next().value ?? network);
    return mayPass ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute);
  };
}
