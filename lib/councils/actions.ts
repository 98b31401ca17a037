'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { getFounder } from '#lib/auth/founders.ts';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { foundCouncil } from '#lib/councils/founding.ts';
import { foundingInput } from '#lib/councils/founding-schema.ts';
import { Refusal } from '#lib/errors.ts';
import type { FormState } from '#lib/form-state.ts';
import { fieldErrors, typedValues } from '#lib/mutation.ts';

/**
 * The one write without a viewer: there is no council yet that anybody could have a role in. As every other:
 * from our own page → signed in and allowed → parse → one transaction with its audit event.
 */
export async function makeCouncil(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = typedValues(form);
  const refuse = (message: string, errors: Record<string, string> = {}) => ({ message, errors, values: typed });
  if (!(await cameFromOurPage())) return refuse('This form was sent from another site. Nothing was changed.');
  const key = z.uuid().safeParse(typed.idempotencyKey);
  if (!key.success) return refuse('This form is not complete. Load the page again, then send it.');
  const founder = await getFounder();
  if (!founder) {
    const sentence =
      'You are signed out, or may not set up a council. Sign in again in another tab, then send this form once more.';
    return refuse(sentence);
  }
  const parsed = foundingInput.safeParse(typed);
  if (!parsed.success) return refuse('There is a problem with what was entered.', fieldErrors(parsed.error));
  let slug: string;
  try {
    slug = await foundCouncil(founder, key.data, parsed.data);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error.message, error.errors);
  }
  redirect(`/${slug}/settings?made=1`);
}
