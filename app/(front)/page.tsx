import { redirect } from 'next/navigation';
import { SignOutForm } from '#components/sign-in/sign-out-form.tsx';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { listMyCouncils } from '#lib/auth/councils.ts';

export default async function HomePage() {
  const councils = await listMyCouncils();
  if (!councils) return <Welcome />;
  const [only, ...more] = councils;
  if (only && more.length === 0) redirect(`/${only.slug}`);
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
          <p>You are signed in, but your role has ended or has not begun. Ask your council’s administrator.</p>
        </Empty>
      )}
      <SignOutForm />
    </>
  );
}
