import { z } from 'zod';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };

const line = (max: number, long: string) => z.string().trim().max(max, long);

/** First folders of addresses that are not councils. */
const reserved = ['api', 'bench', 'demo', 'health', 'public', 'set-up', 'sign-in', 'sign-out'];

/** "Kingston upon Hull, City of" as an address: small letters, digits and hyphens. */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[’']/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

const typed = z.object({
  code: z.string(),
  name: line(120, 'Keep the name under 120 characters.').default(''),
  shortName: line(40, 'Keep the short name under 40 characters.').default(''),
  slug: line(60, 'Keep the address under 60 characters.').default(''),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Choose a colour, or type it as # and six digits, like #3b1a5a.'),
  administrator: line(120, 'Keep your name under 120 characters.').pipe(
    z.string().min(1, 'Say what the screen should call you: your name, or what you do.'),
  ),
});

/** What the first step asks. What was left empty follows from the authority. */
export const foundingInput = typed
  .transform(({ code, name, shortName, slug, ...rest }, context) => {
    const authority = authorities.find((one) => one.code === code);
    if (!authority) {
      context.addIssue({ code: 'custom', path: ['code'], message: 'Choose the authority from the list.' });
      return z.NEVER;
    }
    return {
      code,
      name: name || `${authority.name} Council`,
      shortName: shortName || authority.name.slice(0, 40),
      slug: slug || slugOf(authority.name),
      ...rest,
    };
  })
  .refine(({ slug }) => slug === slugOf(slug) && slug !== '', {
    path: ['slug'],
    message: 'Use small letters, digits and single hyphens only, like north-shire.',
  })
  .refine(({ slug }) => !reserved.includes(slug), {
    path: ['slug'],
    message: 'Pledgeboard needs this address itself. Choose another one.',
  });

export type FoundingInput = z.infer<typeof foundingInput>;

/** The authorities as a list to choose from. */
export const authoritiesByName = (): readonly { code: string; name: string }[] => authorities;
