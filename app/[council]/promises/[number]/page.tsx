import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PromiseView } from '#components/promises/promise-view.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { isPromiseNumber } from '#lib/promises/rules.ts';

type Props = { params: Promise<{ council: string; number: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Promise ${(await params).number}`,
});

/** One promise of the strategy in force. */
export default async function PromisePage({ params }: Props) {
  const { council, number } = await params;
  const viewer = await requireViewer(council);
  if (!isPromiseNumber(number)) notFound();
  return <PromiseView viewer={viewer} number={Number(number)} />;
}
