'use client';

import { useEffect, useRef } from 'react';
import type { FormState } from '#lib/form-state.ts';

/**
 * Why a form was refused, with a link to each field. It takes focus when it appears or changes: by script
 * where there is one, by the autofocus attribute where there is none. A field's id is its name unless `ids` says.
 */
export function ErrorSummary({ state, ids = {} }: { state: FormState; ids?: Record<string, string> }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);
  if (!state) return null;
  return (
    <div
      className="problem-list"
      role="alert"
      aria-labelledby="problem-title"
      tabIndex={-1}
      ref={box}
      // biome-ignore lint/a11y/noAutofocus: after a refused submit the reader must land on the reason
      autoFocus
    >
      <h2 id="problem-title">There is a problem</h2>
      {state.message && <p>{state.message}</p>}
      <ul>
        {Object.entries(state.errors).map(([name, error]) => (
          <li key={name}>
            <a href={`#${ids[name] ?? name}`}>{error}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
