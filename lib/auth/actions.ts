'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { claimForNetwork, currentNetwork } from '#lib/auth/attempts.ts';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { attemptMinutes, normaliseAddress, safePath } from '#lib/auth/rules.ts';
import { mailLink } from '#lib/auth/sign-in.ts';
import type { FormState } from '#lib/form-state.ts';

/** Asks for a link by mail. The answer is the same for every address, and is given before any is looked up. */
export async function requestLink(_previous: FormState, form: FormData): Promise<FormState> {
  if (!(await cameFromOurPage())) redirect('/sign-in?problem=elsewhere');
  const given = form.get('email');
  const typed = typeof given === 'string' ? given.slice(0, 500) : '';
  const refuse = (message: string, errors: Record<string, string>) => ({
    message,
    errors,
    values: { email: typed },
  });
  const address = normaliseAddress(typed);
  if (!address) return refuse('', { email: 'Enter an email address, like name@example.gov.uk' });
  if (!(await claimForNetwork(await currentNetwork()))) return refuse(tooMany, {});
  after(() => mailLink(address, safePath(form.get('to'))));
  redirect('/sign-in/sent');
}

const tooMany =
  `Too many links were asked for from where you are. Wait ${attemptMinutes} minutes, then try again. ` +
  'A link that is already in your mail still works.';
