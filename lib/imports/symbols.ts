/**
 * What stands where there is no number. The standard gave up "~" and ":", which files of earlier years still hold; they
 * are read as "not available", because the file no longer says which reason it was.
 */
export const symbolWords: Readonly<Record<string, { symbol: 'c' | 'z' | 'x' | 'k' | 'u'; isObsolete?: true }>> = {
  c: { symbol: 'c' },
  z: { symbol: 'z' },
  x: { symbol: 'x' },
  k: { symbol: 'k' },
  low: { symbol: 'k' },
  u: { symbol: 'u' },
  '~': { symbol: 'x', isObsolete: true },
  ':': { symbol: 'x', isObsolete: true },
};
