import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { safePath } from '#lib/auth/rules.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Opening this page changes nothing: programs that check mail for viruses open every link in it. */
export default async function LinkPage({ searchParams }: Props) {
  const { token, to: asked } = await searchParams;
  if (typeof token !== 'string') redirect('/sign-in?problem=link');
  const to = safePath(asked);
  return (
    <>
      <PageHeading title="One more step" lead="Press the button and you are in. The link works once." />
      <form method="post" action="/api/auth/link" className="actions">
        <input type="hidden" name="token" value={token} />
        {to && <input type="hidden" name="to" value={to} />}
        <Button>Sign in to Pledgeboard</Button>
      </form>
    </>
  );
}
