import type { Metadata } from 'next';
import { SignOutForm } from '#components/sign-in/sign-out-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { isSignedIn } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Sign out' };

export default async function SignOutPage() {
  if (!(await isSignedIn())) {
    return (
      <>
        <PageHeading title="You are signed out" />
        <p>
          <a href="/sign-in">Sign in again</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading title="Sign out?" lead="What you have sent is kept. What you have typed and not saved is not." />
      <SignOutForm look="primary" />
    </>
  );
}
