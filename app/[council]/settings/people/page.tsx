import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { roleKinds, roleName } from '#lib/councils/roles.ts';
import { addPerson } from '#lib/people/mutations.ts';
import { listPeople } from '#lib/people/queries.ts';

export const metadata: Metadata = { title: 'People' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** Who is here, and the form for somebody new. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { people, organisations } = await listPeople(viewer);
  const { saved } = await searchParams;
  const { council } = viewer;
  const among = organisations.length > 0 ? ` So far: ${organisations.join(', ')}.` : '';
  return (
    <SettingsPage
      viewer={viewer}
      part="people"
      saved={saved}
      lead="Nobody registers here: who is in this list can sign in, with the address you give."
    >
      <Table
        caption={`People of ${council.shortName}`}
        stack
        columns={[{ label: 'Person' }, { label: 'Roles today' }, { label: 'Organisation' }]}
        rows={people.map(({ id, name, roles, organisation }) => ({
          key: id,
          cells: [
            <a key="link" href={`/${council.slug}/settings/people/${id}`}>
              {name}
            </a>,
            roles.map(({ role }) => roleName(council, role)).join(', ') || 'None',
            organisation || 'None given',
          ],
        }))}
      />
      <h2>Add a person</h2>
      <FieldsForm
        key={String(saved)}
        action={addPerson}
        hidden={carried(viewer)}
        submit="Add the person"
        fields={[
          { name: 'name', label: 'Name', hint: 'What the screen calls them.', value: '' },
          {
            name: 'email',
            label: 'Work email',
            hint: 'They sign in with a link sent there, or with their council account of that address.',
            kind: 'email',
            value: '',
          },
          {
            name: 'role',
            label: 'Role',
            kind: 'choice',
            options: roleKinds.map((role) => ({ value: role, label: roleName(council, role) })),
            value: 'lead',
          },
          { name: 'organisation', label: 'Organisation (optional)', hint: `Where they work.${among}`, value: '' },
          { name: 'does', label: 'What they do here (optional)', hint: 'One sentence.', value: '' },
        ]}
      />
    </SettingsPage>
  );
}
