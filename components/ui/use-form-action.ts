'use client';

import { useActionState } from 'react';
import type { FormState } from '#lib/form-state.ts';

/** A server action that answers a refused submit with what to mend. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * A form's action and what it answered. With and without JavaScript the answer comes back as `state`;
 * spread `field(name, saved)` into a field to show what was typed, the error beside it and what somebody
 * else saved meanwhile.
 */
export function useFormAction(action: FormAction, initial: FormState = null) {
  const [state, formAction, pending] = useActionState(action, initial);
  const errorFor = (name: string) => state?.errors[name];
  const valueFor = (name: string, saved = '') => (state ? (state.values[name] ?? '') : saved);
  const field = (name: string, saved?: string) => ({
    name,
    error: errorFor(name),
    theirs: state?.theirs?.[name],
    defaultValue: valueFor(name, saved),
  });
  return { state, formAction, pending, errorFor, valueFor, field };
}
