import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { CouncilColour } from '#components/site/council-colour.tsx';
import { Shell } from '#components/site/shell.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getHeaderCounts } from '#lib/needs/queries.ts';
import { can } from '#lib/permissions.ts';

/** The places of a council, in the order in which a first-time councillor would look for them. */
const places = [
  { folder: 'promises', label: 'Promises', also: ['voice'] },
  { folder: 'strategy', label: 'Strategy', also: ['priorities', 'strategies'] },
  { folder: 'commitments', label: 'Commitments', also: ['actions', 'people', 'round'] },
  { folder: 'themes', label: 'Board', also: ['meetings'] },
  { folder: 'indicators', label: 'Figures' },
  { folder: 'reports', label: 'Reports' },
] as const;

/** Places that only the administrator has, below Manage. */
const managed = ['manage', 'settings', 'rounds', 'audit', 'releases'];

type Props = { children: ReactNode; params: Promise<{ council: string }> };

export default async function CouncilLayout({ children, params }: Props) {
  const viewer = await requireViewer((await params).council);
  const sent = await headers();
  const home = `/${viewer.council.slug}`;
  const [, , here = ''] = (sent.get('x-path') ?? '').split(/[/?]/);
  const { waiting, unread } = await getHeaderCounts(viewer);
  const nav: { href: string; label: string; current: boolean }[] = places.map(({ folder, label, ...more }) => ({
    href: `${home}/${folder}`,
    label,
    current: here === folder || ('also' in more && more.also.some((other) => other === here)),
  }));
  if (can.manageCouncil(viewer)) {
    nav.push({ href: `${home}/manage`, label: 'Manage', current: managed.includes(here) });
  }
  return (
    <>
      <CouncilColour colour={viewer.council.colour} nonce={sent.get('x-nonce') ?? ''} />
      <Shell
        home={home}
        council={viewer.council.shortName}
        nav={[{ href: home, label: 'For me', current: here === '' || here === 'updates', count: waiting }, ...nav]}
        signedInAs={viewer.name}
        messages={{ href: `${home}/messages`, unread }}
        isDemo={viewer.council.demo}
        footerLinks={[
          { href: `${home}/help`, label: 'How Pledgeboard works' },
          { href: `${home}/accessibility`, label: 'Accessibility' },
          { href: `${home}/public`, label: 'Published figures' },
        ]}
      >
        {children}
      </Shell>
    </>
  );
}
