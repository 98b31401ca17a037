import { build } from '#lib/start/build.ts';

await build({ isBench: process.env.PLEDGEBOARD_BENCH === '1', say: console.log });
