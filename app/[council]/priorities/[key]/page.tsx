import type { Metadata } from 'next';
import { PriorityView } from '#components/strategies/priority-view.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Priority' };

/** One priority of the strategy in force. */
export default async function PriorityPage({ params }: { params: Promise<{ council: string; key: string }> }) {
  const { council, key } = await params;
  return <PriorityView viewer={await requireViewer(council)} name={key} />;
}
