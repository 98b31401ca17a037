import { connection } from 'next/server';
import { Problem } from '#components/site/problem.tsx';
import { Shell } from '#components/site/shell.tsx';

export const metadata = { title: 'Page not found' };

/** For addresses that lead nowhere, and for councils that are not the viewer's: the two look the same. */
export default async function NotFound() {
  // Made for each request: a page made beforehand would lack the nonce of its scripts.
  await connection();
  return (
    <Shell home="/" nav={[]}>
      <Problem
        title="Page not found"
        happened="There is nothing at this address, or it is not yours to see."
        toDo="Check the address for a typing mistake, or start again from the front page."
        back={{ href: '/', label: 'Go to the front page' }}
      />
    </Shell>
  );
}
