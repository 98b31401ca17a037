'use client';

import { useEffect } from 'react';

/**
 * After a button led to another place of the same page, the focus goes there, as it does without scripts: one key
 * for each commitment that has not changed. `after` is what was done last.
 */
export function FocusTarget({ after }: { after: string }) {
  useEffect(() => {
    if (after) document.getElementById(window.location.hash.slice(1))?.focus();
  }, [after]);
  return null;
}
