import type { Metadata } from 'next';
import { PriorityView } from '#components/strategies/priority-view.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';

type Props = { params: Promise<{ council: string; key: string; priority: string }> };

export const metadata: Metadata = { title: 'Priority' };

/** One priority of any strategy. */
export default async function PriorityOfStrategyPage({ params }: Props) {
  const { council, key, priority } = await params;
  return <PriorityView viewer={await requireViewer(council)} name={priority} strategyKey={key} />;
}
