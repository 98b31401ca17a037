import type { Metadata } from 'next';
import { ChoiceForm } from '#components/neighbours/choice-form.tsx';
import { SetList } from '#components/neighbours/set-list.tsx';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { chooseModel, chooseNeighbours } from '#lib/neighbours/mutations.ts';
import { getNeighbourSettings } from '#lib/neighbours/queries.ts';
import { fewest, most, regions } from '#lib/neighbours/schema.ts';

export const metadata: Metadata = { title: 'Councils to compare with' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** Which councils the means, places and quarters of the figures are of, and since when. */
export default async function NeighboursPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { sets, models } = await getNeighbourSettings(viewer);
  const { saved } = await searchParams;
  const inUse = sets.find(({ isInUse }) => isInUse);
  return (
    <>
      <PageHeading
        title="Councils to compare with"
        lead="A figure is held against the mean of these councils. A new set holds from the day it is chosen; what was said before stays as it was."
        crumbs={[{ href: `/${viewer.council.slug}/manage`, label: 'Manage' }]}
      />
      {saved && inUse && (
        <Notice kind="success" title="Saved" announce>
          <p>Figures are now compared with {inUse.name}.</p>
        </Notice>
      )}
      <SetList sets={sets} />
      {models.length > 0 && (
        <>
          <h2>Use a published model</h2>
          <FieldsForm
            key={`model ${String(saved)}`}
            action={chooseModel}
            hidden={carried(viewer)}
            submit="Use this model from today"
            look="secondary"
            prefix="published-"
            fields={[
              {
                name: 'model',
                label: 'Model',
                kind: 'choice',
                options: models.map(({ model, name }) => ({ value: model, label: name })),
                value: models[0]?.model ?? '',
              },
            ]}
          />
        </>
      )}
      <h2>Choose councils yourselves</h2>
      <ChoiceForm
        key={`choice ${String(saved)}`}
        action={chooseNeighbours}
        hidden={carried(viewer)}
        limits={`From ${fewest} to ${most} councils in all, from any region.`}
        regions={regions.map(({ field, name, authorities }) => ({
          field,
          name,
          councils: authorities.flatMap((one) =>
            one.code === viewer.council.code ? [] : [{ code: one.code, name: one.name }],
          ),
        }))}
      />
    </>
  );
}
