'use client';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Chart } from '#lib/charts/series.ts';

/** Fetched when somebody asks for it: nobody else pays for the charting library. */
const Drawing = lazy(() => import('#components/indicators/explorer-drawing.tsx'));

const never = () => () => {};

/** Offers to look closer at a chart. Without a script nothing is offered: the chart and its table are the page. */
export function Explorer({ chart }: { chart: Chart }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(false);
  if (!hasScript) return null;
  return (
    <div className="no-print">
      <p className="actions">
        <Button type="button" look="secondary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Close the closer look' : 'Look closer: choose areas and years'}
        </Button>
      </p>
      {isOpen && (
        <Suspense fallback={<p role="status">Loading the chart…</p>}>
          <Drawing chart={chart} />
        </Suspense>
      )}
    </div>
  );
}
