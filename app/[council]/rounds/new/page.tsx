import type { Metadata } from 'next';
import { DaysForm } from '#components/rounds/days-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDay, isoDay } from '#lib/format.ts';
import { getPlan } from '#lib/rounds/overview.ts';
import { meetingName } from '#lib/updates/words.ts';

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Make a round' };

/** The round before one meeting, with the days that the council's rules give. */
export default async function NewRoundPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { meeting } = await searchParams;
  const { id, startsAt, theme, plan } = await getPlan(viewer, String(meeting));
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title={`A round for ${meetingName(startsAt)}`}
        lead={`${theme.name}, ${formatDay(startsAt)}. The days are worked out from your rules, in working days before the meeting. You may choose others.`}
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/rounds`, label: 'Reporting rounds' },
        ]}
      />
      <DaysForm
        meeting={id}
        council={viewer.council.slug}
        idempotencyKey={crypto.randomUUID()}
        days={{ opensOn: isoDay(plan.opensOn), dueOn: isoDay(plan.dueOn), closesOn: isoDay(plan.closesOn) }}
      />
    </>
  );
}
