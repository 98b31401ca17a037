'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

type Props = {
  /** The choice that the page shows, as its form would send it. */
  entries: readonly (readonly [name: string, value: string])[];
};

/**
 * Lives inside the form of choices. With a script a change applies at once and stands in the address, so that going
 * back undoes it; the controls stay where they are and follow the address. Without one the form is sent as it is.
 */
export function ExplorerLive({ entries }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  const [isLoading, start] = useTransition();

  useEffect(() => {
    const form = here.current?.closest('form');
    const apply = (event: Event) => {
      if (!form) return;
      event.preventDefault();
      start(() => router.push(`?${queryOf(form)}`, { scroll: false }));
    };
    form?.addEventListener('change', apply);
    form?.addEventListener('submit', apply);
    return () => {
      form?.removeEventListener('change', apply);
      form?.removeEventListener('submit', apply);
    };
  }, [router]);

  useEffect(() => {
    for (const control of here.current?.closest('form')?.elements ?? []) {
      const chosen = entries.filter(([name]) => name === control.getAttribute('name')).map(([, value]) => value);
      if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) {
        control.checked = chosen.includes(control.value);
      } else if (control instanceof HTMLSelectElement) control.value = chosen[0] ?? '';
    }
  }, [entries]);

  return (
    <span ref={here} className="soft" aria-hidden>
      {isLoading && 'Loading…'}
    </span>
  );
}

/** Another breakdown has other parts: those of the one before are not asked of it. */
function queryOf(form: HTMLFormElement): string {
  const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  if (query.get('was') !== query.get('by')) for (const name of ['rows', 'columns']) query.delete(name);
  else if (query.has('areas') && (query.get('by') === '' || query.has('rows'))) query.delete('was');
  return query.toString();
}
