import type { Metadata } from 'next';
import { peopleMarkup, withoutLeadMarkup } from '#components/assignments/people-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { listPeople } from '#lib/assignments/people.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Who leads what' };

/** Who leads what: what nobody leads first, then everybody. */
export default async function PeoplePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { total, withoutLead, leftBehind, people, left } = await listPeople(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading title="Who leads what" lead="Who answers for each commitment, who stands in, and who does what." />
      <h2 id="without-lead">Without a lead</h2>
      {withoutLead.length > 0 ? (
        <Notice kind="warning" title={`${withoutLead.length} of ${count(total, 'commitment')}`}>
          <p>Nobody leads these, nor what they are part of. Nobody will say how they go until somebody does.</p>
          <Markup html={withoutLeadMarkup(withoutLead, base, can.assignLeads(viewer))} />
        </Notice>
      ) : (
        <p>Every one of the {count(total, 'commitment')} has a lead today.</p>
      )}
      {leftBehind.length > 0 && (
        <Notice kind="warning" title="Left, and not handed over">
          <ul>
            {leftBehind.map((person) => (
              <li key={person.id}>
                <a href={`${base}/people/${person.id}`}>{person.name}</a>
                {person.leftOn && ` left on ${formatDate(person.leftOn)}`}:{' '}
                {count(person.holds + person.actions, 'thing waits', 'things wait')} for somebody else.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h2>People</h2>
      <Markup html={peopleMarkup(people, base, total)} />
      {left.length > 0 && (
        <>
          <h2>Have left</h2>
          <ul>
            {left.map((person) => (
              <li key={person.id}>
                <a href={`${base}/people/${person.id}`}>{person.name}</a>
                {person.leftOn && `, last day ${formatDate(person.leftOn)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
