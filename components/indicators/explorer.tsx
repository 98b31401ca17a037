'use client';
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Chart } from '#lib/charts/series.ts';

/** Fetched when somebody asks for it: nobody else pays for the charting library. */
const Drawing = lazy(() => import('#components/indicators/explorer-drawing.tsx'));

const never = () => () => {};

type Props = { chart: Chart; barsAt?: string; children: ReactNode };

/**
 * The drawing of the page, and in its place, for who asks, one that answers to pointer and arrow keys. Without a
 * script nothing is offered: the drawing and its table are the page. Paper has the drawing of the page.
 */
export function Explorer({ chart, barsAt, children }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={isOpen ? 'hidden print:block' : undefined}>{children}</div>
      {hasScript && (
        <div className="no-print">
          {isOpen && (
            <Suspense fallback={<p role="status">Loading the chart…</p>}>
              <Drawing chart={chart} barsAt={barsAt} />
            </Suspense>
          )}
          <p className="actions mt-4">
            <Button type="button" look="secondary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Back to the plain chart' : 'Explore this figure: read each value in the chart'}
            </Button>
          </p>
        </div>
      )}
    </>
  );
}
