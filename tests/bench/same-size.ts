import type { Target } from '#tests/bench/load.ts';

const near = 0.005;

/**
 * The bare markup page whose whole answer is as long as the one of this page, within half of one percent:
 * the page repeats its markup for the browser, so the length asked for is found by trying.
 */
export async function sameSize(site: string, { name, url, cookie }: Target): Promise<Target> {
  const wanted = await length(url, cookie);
  let size = Math.round(wanted / 3);
  for (let tries = 0; tries < 12; tries++) {
    const address = `${site}/bench/markup/${size}`;
    const found = await length(address);
    if (Math.abs(found - wanted) <= wanted * near) {
      return { name: `as long as ${name}, bare (${Math.round(wanted / 1000)} kB)`, url: address };
    }
    const step = await length(`${site}/bench/markup/${size + 2000}`);
    size += Math.round(((wanted - found) * 2000) / (step - found));
  }
  throw new Error(`No bare page could be made as long as ${name} (${wanted} bytes).`);
}

async function length(url: string, cookie?: string): Promise<number> {
  const answer = await fetch(url, { headers: cookie ? { cookie } : {} });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  return (await answer.arrayBuffer()).byteLength;
}
