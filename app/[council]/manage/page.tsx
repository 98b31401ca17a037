import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Manage' };

/** What only an administrator does: a line for each place. */
const places = [
  { path: 'settings', label: 'Settings', about: 'The set-up step by step, and everything in it that can be changed.' },
  { path: 'settings/people', label: 'People', about: 'Who is here, how they sign in, which roles they hold.' },
  { path: 'strategies', label: 'Strategies', about: 'Every strategy, and changing what one holds.' },
  {
    path: 'settings/strategy',
    label: 'Strategy by workbook',
    about: 'Bring a strategy in from a workbook, or download one.',
  },
  { path: 'settings/themes', label: 'Themes', about: 'What the board looks at in which month.' },
  {
    path: 'settings/indicators',
    label: 'Set up figures',
    about: 'What each figure means, its owner, targets and catalogue; values by form and workbook.',
  },
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
  {
    path: 'settings/neighbours',
    label: 'Councils to compare with',
    about: 'The neighbours whose mean stands beside our figures.',
  },
  {
    path: 'settings/disclosure',
    label: 'Small numbers',
    about: 'How they are hidden, for the council and for each source.',
  },
  { path: 'indicators/hidden', label: 'What is hidden', about: 'Every number that is hidden, and why.' },
  {
    path: 'indicators/import',
    label: 'Files of figures',
    about: 'Bring in what the Department for Education publishes, and say what its columns mean.',
  },
  { path: 'reports', label: 'Reports', about: 'Make the annual report and freeze it.' },
  { path: 'releases', label: 'Published figures', about: 'Release figures for everybody to read, and withdraw them.' },
  { path: 'audit', label: 'Everything that happened', about: 'Who did what and when, and a file of it.' },
];

export default async function ManagePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  if (!can.manageCouncil(viewer)) return forbidden();
  return (
    <>
      <PageHeading title="Manage" lead={`How ${viewer.council.shortName} runs Pledgeboard.`} />
      <Table
        caption="Places for administrators"
        hideCaption
        stack
        columns={[
          { label: 'Place', keep: true },
          { label: 'What is done there', bare: true },
        ]}
        rows={places.map(({ path, label, about }) => ({
          key: path,
          cells: [
            <a key="link" href={`/${viewer.council.slug}/${path}`}>
              {label}
            </a>,
            about,
          ],
        }))}
      />
    </>
  );
}
