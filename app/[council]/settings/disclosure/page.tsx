import type { Metadata } from 'next';
import { RuleFacts } from '#components/disclosure/rule-facts.tsx';
import { RuleForm } from '#components/disclosure/rule-form.tsx';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { Details } from '#components/ui/details.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { saveSource } from '#lib/disclosure/mutations.ts';
import { getDisclosureSettings } from '#lib/disclosure/queries.ts';
import { plainRule } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';

export const metadata: Metadata = { title: 'Small numbers' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** How small numbers are hidden: the council's rule, and the rule of each source that has one of its own. */
export default async function DisclosurePage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { today, council, sources } = await getDisclosureSettings(viewer);
  const { saved } = await searchParams;
  const standing = council.rule ?? plainRule(viewer.council.rules.disclosureThreshold);
  return (
    <SettingsPage
      viewer={viewer}
      part="disclosure"
      saved={saved}
      lead="A small number could point at a child. What is hidden is gone before a page, a file or an answer is made."
    >
      <p>
        <a href={`/${viewer.council.slug}/indicators/hidden`}>See every number that is hidden, and why</a>
      </p>
      <h2>The council’s rule</h2>
      <p>
        It holds for every figure whose source has no rule of its own, for what young people say, and for what people
        type. It holds at once.
      </p>
      <RuleFacts name={viewer.council.name} of={council} />
      <Details summary="Decide a new rule for the council">
        <RuleForm
          key={council.shown}
          carried={carried(viewer, council.shown)}
          source=""
          rule={standing}
          today={isoDay(today)}
        />
      </Details>
      <h2>Sources</h2>
      {sources.length === 0 && <p>There is no source yet: it comes with the first figure.</p>}
      {sources.map((source) => (
        <section key={source.id} aria-labelledby={source.id}>
          <h3 id={source.id}>{source.now.name}</h3>
          <p className="soft">
            {source.figures === 1 ? '1 figure' : `${source.figures} figures`} from it. Licence: {source.now.licence}.{' '}
            {source.now.address && <a href={source.now.address}>{source.now.address}</a>}
          </p>
          <RuleFacts name={source.now.name} of={source} />
          <Details summary={`Decide a new rule for ${source.now.name}`}>
            <RuleForm
              key={source.shown}
              carried={carried(viewer, source.shown)}
              source={source.id}
              rule={source.rule ?? standing}
              today={isoDay(today)}
            />
          </Details>
          <Details summary={`Change the name, the licence or the address of ${source.now.name}`}>
            <FieldsForm
              key={source.shownSource}
              action={saveSource}
              hidden={{ ...carried(viewer, source.shownSource), source: source.id }}
              submit="Save the source"
              prefix={`${source.id}-`}
              fields={[
                { name: 'name', label: 'Who publishes it, and what it is called', value: source.now.name },
                {
                  name: 'licence',
                  label: 'Licence',
                  hint: 'Such as Open Government Licence v3.0. It stands beside every figure.',
                  value: source.now.licence,
                },
                {
                  name: 'address',
                  label: 'Where it can be read (optional)',
                  hint: 'A whole address, like https://www.gov.uk/…',
                  value: source.now.address,
                },
              ]}
            />
          </Details>
        </section>
      ))}
    </SettingsPage>
  );
}
