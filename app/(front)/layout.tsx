import type { ReactNode } from 'react';
import { Shell } from '#components/site/shell.tsx';

/** Made for each request: what a page shows depends on settings, and its scripts carry the nonce of the response. */
export const dynamic = 'force-dynamic';

export default function FrontLayout({ children }: { children: ReactNode }) {
  return (
    <Shell home="/" nav={[]}>
      {children}
    </Shell>
  );
}
