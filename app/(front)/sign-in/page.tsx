import type { Metadata } from 'next';
import { Cast } from '#components/sign-in/cast.tsx';
import { EmailForm } from '#components/sign-in/email-form.tsx';
import { problemState } from '#components/sign-in/problems.ts';
import { ProviderForm } from '#components/sign-in/provider-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { listCast } from '#lib/auth/demo.ts';
import { hasProvider } from '#lib/auth/oidc.ts';
import { safePath } from '#lib/auth/rules.ts';
import { env } from '#lib/env.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { to: asked, problem } = await searchParams;
  const to = safePath(asked);
  const cast = env.PLEDGEBOARD_DEMO ? await listCast() : [];
  return (
    <>
      <PageHeading
        title="Sign in"
        lead="For the people who make the promises, keep them, and check that they are kept."
      />
      {hasProvider() && <ProviderForm to={to} />}
      <EmailForm to={to} initial={problemState(problem)} />
      {cast.length > 0 && (
        <section aria-labelledby="demo">
          <h2 id="demo">Or try the demonstration</h2>
          <p>
            The updates in it are made up, and nobody here is a real person. Choose who you want to be. What they can
            see and do differs.
          </p>
          {cast.map(({ council, people }) => (
            <Cast key={council} council={council} people={people} to={to} />
          ))}
        </section>
      )}
    </>
  );
}
