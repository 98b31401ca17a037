import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeForm } from '#components/voice/code-form.tsx';

export const metadata: Metadata = { title: 'Say what you think' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where somebody types the code that their group was given. Nobody signs in. */
export default async function SayPage({ searchParams }: Props) {
  const { code } = await searchParams;
  const typed = typeof code === 'string' ? code.trim() : undefined;
  if (typed) redirect(`/say/${encodeURIComponent(typed.slice(0, 60))}`);
  return <CodeForm problem={code === undefined ? undefined : 'Type the code that you were given.'} />;
}
