import type { SettingPart } from '#components/indicators/settings/part.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { count } from '#lib/format.ts';
import { saveLinks } from '#lib/indicators/links/mutations.ts';
import { linkKinds } from '#lib/indicators/links/reading.ts';

const labels = {
  themes: 'Themes of meetings that show it',
  priorities: 'Priorities it says something of',
  commitments: 'Commitments it says something of',
  promises: 'Promises it says something of',
};

/** What leans on a figure: themes, and what the strategy in force holds. */
export function LinksForm({ viewer, indicator, mark, defined: { links } }: SettingPart) {
  const ones = { themes: 'theme', priorities: 'priority', commitments: 'commitment', promises: 'promise' };
  const many = { themes: 'themes', priorities: 'priorities', commitments: 'commitments', promises: 'promises' };
  const said = linkKinds.map((kind) => count(links.fields[kind].length, ones[kind], many[kind])).join(', ');
  return (
    <>
      <h2>What leans on it</h2>
      <p>{said}. A figure that is new in a theme goes last there.</p>
      <Details summary="Change what leans on it">
        <FieldsForm
          key={`links ${mark}`}
          action={saveLinks}
          hidden={{ ...carried(viewer, links.shown), indicator }}
          submit="Save what leans on it"
          prefix="links-"
          fields={linkKinds
            .filter((kind) => links.options[kind].length > 0)
            .map((kind) => ({
              name: kind,
              label: labels[kind],
              kind: 'ticks' as const,
              options: links.options[kind],
              value: links.fields[kind].join(','),
            }))}
        />
      </Details>
    </>
  );
}
