import type { Metadata } from 'next';
import { BreakdownSettings } from '#components/indicators/settings/breakdown-settings.tsx';
import { CareForm } from '#components/indicators/settings/care-form.tsx';
import { meaningFields, noMeaning, polarityFields, wordFields } from '#components/indicators/settings/fields.ts';
import { LinksForm } from '#components/indicators/settings/links-form.tsx';
import { MeaningForm } from '#components/indicators/settings/meaning-form.tsx';
import { TargetSettings } from '#components/indicators/settings/target-settings.tsx';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { addIndicator, confirmPolarity, saveIndicatorWords } from '#lib/indicators/editing/mutations.ts';
import { getIndicatorSettings } from '#lib/indicators/editing/queries.ts';
import { goodWords } from '#lib/indicators/words/rules.ts';

export const metadata: Metadata = { title: 'Set up a figure' };

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** Everything that is set for one figure: its words, its meaning, who looks after it, its targets and its links. */
export default async function IndicatorSettingPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const { title, sources, defined } = await getIndicatorSettings(viewer, key);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}`;
  const part = { viewer, indicator: key, mark: String(saved) };
  return (
    <>
      <PageHeading
        title={title}
        lead={
          defined
            ? defined.expected?.freshness.sentence
            : 'A strategy names this figure. Nobody has said yet what it means.'
        }
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/settings/indicators`, label: 'Set up figures' },
        ]}
      />
      {saved && <Notice kind="success" title="Saved" announce />}
      {!defined && (
        <FieldsForm
          action={addIndicator}
          hidden={{ ...carried(viewer), indicator: key }}
          submit="Save what it means"
          fields={[
            ...wordFields({ title, question: '' }),
            ...meaningFields(noMeaning, sources),
            ...polarityFields({ polarity: 'none', polarityNote: '' }),
          ]}
        />
      )}
      {defined && (
        <>
          <p className="actions">
            <ButtonLink href={`${base}/indicators/${key}/values`}>Record values</ButtonLink>
            <ButtonLink look="secondary" href={`${base}/indicators/${key}`}>
              See it as readers do
            </ButtonLink>
          </p>
          <h2>Which way is good</h2>
          <p>
            {goodWords[defined.definition.polarity]}.{' '}
            {defined.definition.polarityConfirmedBy
              ? `Confirmed by ${defined.definition.polarityConfirmedBy.name}.`
              : 'Nobody has confirmed this yet. Readers are told so until a person does.'}
          </p>
          <Details summary="Confirm or change which way is good">
            <FieldsForm
              key={`polarity ${part.mark}`}
              action={confirmPolarity}
              hidden={{ ...carried(viewer, defined.polarity.shown), indicator: key }}
              submit="Confirm it under my name"
              prefix="polarity-"
              fields={polarityFields(defined.polarity.fields)}
            />
          </Details>
          <TargetSettings {...part} defined={defined} />
          <CareForm {...part} defined={defined} />
          <h2>Title and question</h2>
          <Details summary={`“${defined.definition.question}”`}>
            <FieldsForm
              key={`words ${part.mark}`}
              action={saveIndicatorWords}
              hidden={{ ...carried(viewer, defined.words.shown), indicator: key }}
              submit="Save the wording"
              prefix="words-"
              fields={wordFields(defined.words.fields)}
            />
          </Details>
          <MeaningForm {...part} defined={defined} sources={sources} />
          <LinksForm {...part} defined={defined} />
          <BreakdownSettings {...part} defined={defined} />
        </>
      )}
    </>
  );
}
