import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { roleKinds, roleName } from '#lib/councils/roles.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { endRole, giveRole, savePerson } from '#lib/people/mutations.ts';
import { getPerson } from '#lib/people/queries.ts';

export const metadata: Metadata = { title: 'A person' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** Who somebody is, and the roles they hold, held and will hold. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { council: slug, id } = await params;
  const viewer = await requireViewer(slug);
  const { name, now, shown, memberships, userId, today } = await getPerson(viewer, id);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}`;
  const until = (endsOn: Date | null) => (endsOn ? ` to ${formatDate(endsOn)}` : ', no end set');
  return (
    <>
      <PageHeading
        title={name}
        lead={userId ? 'Can sign in while they hold a role.' : 'Has no way to sign in.'}
        crumbs={[
          { href: `${base}/settings`, label: 'Settings' },
          { href: `${base}/settings/people`, label: 'People' },
        ]}
      />
      {saved && <Notice kind="success" title="Saved" announce />}
      <h2>Roles</h2>
      {memberships.map(({ id: membership, role, startsOn, endsOn }) => (
        <section key={membership} aria-label={roleName(viewer.council, role)}>
          <p>
            <b>{roleName(viewer.council, role)}</b> from {formatDate(startsOn)}
            {until(endsOn)}
          </p>
          {(endsOn === null || endsOn >= today) && (
            <FieldsForm
              key={`${membership} ${endsOn?.getTime()}`}
              action={endRole}
              hidden={{ ...carried(viewer), membership }}
              submit="End this role"
              look="secondary"
              prefix={`${membership}-`}
              fields={[
                {
                  name: 'endsOn',
                  label: 'Last day of this role',
                  hint: 'Until the end of that day. What they did stays under their name.',
                  kind: 'date',
                  value: isoDay(endsOn ?? today),
                },
              ]}
            />
          )}
        </section>
      ))}
      <h2>Give another role</h2>
      <FieldsForm
        key={`role ${String(saved)}`}
        action={giveRole}
        hidden={{ ...carried(viewer), person: id }}
        submit="Give the role"
        prefix="give-"
        fields={[
          {
            name: 'role',
            label: 'Role',
            kind: 'choice',
            options: roleKinds.map((role) => ({ value: role, label: roleName(viewer.council, role) })),
            value: 'lead',
          },
          { name: 'startsOn', label: 'First day', kind: 'date', value: isoDay(today) },
        ]}
      />
      <h2>Who they are</h2>
      <FieldsForm
        key={`person ${String(saved)}`}
        action={savePerson}
        hidden={{ ...carried(viewer, shown), person: id }}
        submit="Save the person"
        fields={[
          { name: 'name', label: 'Name', value: now.name },
          { name: 'organisation', label: 'Organisation (optional)', value: now.organisation },
          { name: 'does', label: 'What they do here (optional)', value: now.does },
        ]}
      />
    </>
  );
}
