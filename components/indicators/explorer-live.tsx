'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

type Props = {
  /** The choice that the page shows, as its form would send it. */
  entries: Entries;
  /** The same of what is shown unless somebody chooses: it need not stand in the address. */
  usual: Entries;
};

type Entries = readonly (readonly [name: string, value: string])[];

/**
 * Lives inside the form of choices. With a script a change applies at once and stands in the address, so that going
 * back undoes it; the controls stay where they are and follow the address. Without one the form is sent as it is.
 */
export function ExplorerLive({ entries, usual }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  const [isLoading, start] = useTransition();

  useEffect(() => {
    const form = here.current?.closest('form');
    const apply = (event: Event) => {
      if (!form) return;
      event.preventDefault();
      start(() => router.push(`?${queryOf(form, usual)}`, { scroll: false }));
    };
    form?.addEventListener('change', apply);
    form?.addEventListener('submit', apply);
    return () => {
      form?.removeEventListener('change', apply);
      form?.removeEventListener('submit', apply);
    };
  }, [router, usual]);

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

const many = ['areas', 'rows', 'columns'];

/**
 * Another breakdown has other parts: those of the one before are not asked of it. `was` stays only where it has
 * something to tell: that a group of boxes was left empty.
 */
function queryOf(form: HTMLFormElement, usual: Entries): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
  const isOther = query.has('by') && query.get('by') !== query.get('was');
  if (isOther) for (const name of ['rows', 'columns']) query.delete(name);
  const isEmpty = !isOther && many.some((name) => form.querySelector(`[name=${name}]`) && !query.has(name));
  if (!isEmpty) query.delete('was');
  for (const name of new Set(usual.map(([name]) => name))) {
    const values = usual.filter(([other]) => other === name).map(([, value]) => value);
    if (name !== 'by' && JSON.stringify(query.getAll(name)) === JSON.stringify(values)) query.delete(name);
  }
  if (query.get('by') === '') query.delete('by');
  return query.toString();
}
