import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Manage' };

/** What only an administrator does: a line for each place. */
const places = [
  { path: 'settings', label: 'Settings', about: 'The set-up step by step, and everything in it that can be changed.' },
  { path: 'settings/people', label: 'People', about: 'Who is here, how they sign in, which roles they hold.' },
  {
    path: 'settings/strategy',
    label: 'Strategies by workbook',
    about: 'Bring a strategy in, or take it out, as a workbook.',
  },
  { path: 'settings/themes', label: 'Themes', about: 'What the board looks at in which month.' },
  { path: 'settings/meetings', label: 'Meetings', about: 'When the board meets, and the reporting rounds before.' },
  { path: 'people', label: 'Who leads what', about: 'Leads and deputies, what has no lead, handing over, leaving.' },
  { path: 'actions', label: 'Actions', about: 'Everything somebody is to do for a commitment.' },
  { path: 'updates', label: 'Updates', about: 'Decide on what leads have sent, and publish it.' },
  {
    path: 'rounds',
    label: 'Rounds',
    about: 'Who has sent an update and who has not; nudge, or open a closed round again.',
  },
  { path: 'voice', label: 'What young people say', about: 'Links for groups, words that wait to be shown, answers.' },
  { path: 'reports', label: 'Reports', about: 'Make the annual report and freeze it.' },
  { path: 'audit', label: 'Everything that happened', about: 'Who did what and when, and a file of it.' },
];

export default async function ManagePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  return (
    <>
      <PageHeading title="Manage" lead={`How ${viewer.council.shortName} runs Pledgeboard.`} />
      <SummaryList
        facts={places.map(({ path, label, about }) => [
          label,
          <>
            {about} <a href={`/${viewer.council.slug}/${path}`}>{`Go to ${label.toLowerCase()}`}</a>
          </>,
        ])}
      />
    </>
  );
}
