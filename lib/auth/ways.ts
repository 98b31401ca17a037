import 'server-only';
import { z } from 'zod';
import { getCastMember, requireDemo } from '#lib/auth/demo.ts';
import { ensureDemoFounder } from '#lib/auth/founders.ts';
import { hasProvider } from '#lib/auth/oidc.ts';
import { safePath } from '#lib/auth/rules.ts';
import { endSession, startSession } from '#lib/auth/sessions.ts';
import { redeemLink, startWithProvider } from '#lib/auth/sign-in.ts';

/**
 * Every way in and out, by the name its form posts to; each tells where to go next. They are plain posts rather
 * than server actions, so that the browser loads a new document: nothing that it kept of one person's pages
 * meets the next person.
 */
export const ways: Record<string, (form: FormData) => Promise<string>> = {
  /** The button on the page that a mailed link leads to. */
  async link(form) {
    const token = z.string().min(1).max(200).safeParse(form.get('token'));
    const to = token.success ? await redeemLink(token.data, safePath(form.get('to'))) : null;
    return to ?? '/sign-in?problem=link';
  },

  /** Goes to the identity provider. */
  async provider(form) {
    const address = hasProvider() ? await startWithProvider(safePath(form.get('to'))) : null;
    return address ?? '/sign-in?problem=provider';
  },

  /** Demo only: signs in as one of the cast. */
  async demo(form) {
    requireDemo();
    const personId = z.uuid().safeParse(form.get('person'));
    const person = personId.success ? await getCastMember(personId.data) : null;
    if (!person) return '/sign-in';
    await startSession(person.userId);
    return safePath(form.get('to')) ?? `/${person.slug}`;
  },

  /** Demo only: signs in as somebody who sets up a council. */
  async 'demo-founder'() {
    requireDemo();
    await startSession(await ensureDemoFounder());
    return '/set-up';
  },

  async 'sign-out'() {
    await endSession();
    return '/';
  },
};
