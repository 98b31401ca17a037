import { readFileSync } from 'node:fs';
import { env } from '#lib/env.ts';

/**
 * What time it is for the product: deadlines, rounds and freshness follow it; sessions follow the real one.
 * Tests that live through a whole round name a file that holds an ISO time (PLEDGEBOARD_CLOCK).
 */
export function clock(): Date {
  const { PLEDGEBOARD_CLOCK } = env;
  return PLEDGEBOARD_CLOCK ? new Date(readFileSync(PLEDGEBOARD_CLOCK, 'utf8').trim()) : new Date();
}
