import { redirect } from 'next/navigation';
import { SignOutForm } from '#components/sign-in/sign-out-form.tsx';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { listMyCouncils } from '#lib/auth/councils.ts';
import { getFounder } from '#lib/auth/founders.ts';

export default async function HomePage() {
  const councils = await listMyCouncils();
  if (!councils) return <Welcome />;
  const founder = await getFounder();
  const [only, ...more] = councils;
  if (only && more.length === 0 && !founder) redirect(`/${only.slug}`);
  return (
    <>
      <PageHeading title="Your councils" />
      {only ? (
        <ul>
          {councils.map((council) => (
            <li key={council.slug}>
              <a href={`/${council.slug}`}>{council.name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title="You have no role in a council today">
          <p>
            {founder
              ? 'You may set one up, and are its first administrator then.'
              : 'You are signed in, but your role has ended or has not begun. Ask your council’s administrator.'}
          </p>
        </Empty>
      )}
      {founder && (
        <p className="actions">
          <ButtonLink href="/set-up">Set up a council</ButtonLink>
        </p>
      )}
      <SignOutForm />
    </>
  );
}
