'use client';

import { useFormStatus } from 'react-dom';
import { Button } from '#components/ui/button.tsx';

/**
 * A submit button that cannot be pressed twice. It stays focusable while it waits (aria-disabled, not
 * disabled), and without JavaScript it is a plain button: the idempotency key of the form covers that case.
 * Of several buttons in one form, give each a name and a value, so that only the pressed one says "Sending…".
 */
export function SubmitButton({
  children,
  sending = 'Sending…',
  name,
  value,
  look,
  id,
}: {
  children: React.ReactNode;
  sending?: string;
  name?: string;
  value?: string;
  look?: 'primary' | 'secondary' | 'warning' | 'link';
  /** Where an address leads to the button itself, so that it has the focus. */
  id?: string;
}) {
  const { pending, data } = useFormStatus();
  const pressed = pending && (name === undefined || data.get(name) === (value ?? ''));
  return (
    <Button
      type="submit"
      id={id}
      look={look}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      <span aria-live="polite">{pressed ? sending : children}</span>
    </Button>
  );
}
