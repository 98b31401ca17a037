import type { FormState } from '#lib/form-state.ts';

const words: Record<string, string> = {
  link: 'That link does not work any more: links work once, for ten minutes. Ask for a new one below.',
  provider: 'Your council account could not be used just now. Try again, or ask for a link by email.',
  stranger: 'Nobody has added you to Pledgeboard yet. Ask your council’s administrator to add your work email.',
  elsewhere:
    'That form was sent from another site, or by a browser that hides where it came from. Sign in here instead.',
};

/** Why an attempt to sign in came to nothing, by the word in the address; null for none, or one we do not know. */
export function problemState(word: unknown): FormState {
  const message = typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
  return message ? { message, errors: {}, values: {} } : null;
}
