import type { Metadata } from 'next';
import { valueFields } from '#components/indicators/values/fields.ts';
import { valuesTable } from '#components/indicators/values/list-markup.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { periodTick } from '#lib/indicators/periods/rules.ts';
import { recordIndicatorValue } from '#lib/indicators/values/mutations.ts';
import { getValues } from '#lib/indicators/values/queries.ts';

export const metadata: Metadata = { title: 'Record values' };

type Props = {
  params: Promise<{ council: string; key: string }>;
  searchParams: Promise<{ saved?: string | string[]; correct?: string | string[] }>;
};

/** The values of a figure, and the form for the next one or a correction. */
export default async function ValuesPage({ params, searchParams }: Props) {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const { title, definition, values, areas, ownId, suggested, breakdowns, expected, seesAll } = await getValues(
    viewer,
    key,
  );
  const { saved, correct } = await searchParams;
  const base = `/${viewer.council.slug}`;
  const { periodType } = definition;
  const corrected = values.find(({ id, isSuperseded }) => id === correct && !isSuperseded);
  const period = corrected?.period ?? suggested;
  return (
    <>
      <PageHeading
        title={`Values of “${title}”`}
        lead={expected?.freshness.sentence}
        crumbs={[
          { href: `${base}/indicators`, label: 'Figures' },
          { href: `${base}/indicators/${key}`, label: title },
        ]}
      />
      {saved && <Notice kind="success" title="Recorded" announce />}
      <h2 id="record">{corrected ? 'Correct a value' : 'Record a value'}</h2>
      {corrected && <p>The old value stays in the list, with who recorded it and when.</p>}
      <FieldsForm
        key={`${String(saved)} ${String(correct)}`}
        action={recordIndicatorValue}
        hidden={{ ...carried(viewer, corrected?.id ?? ''), indicator: key }}
        submit={corrected ? 'Record the correction' : 'Record the value'}
        fields={valueFields(definition, areas, {
          area: corrected?.areaId ?? ownId,
          period: period && periodTick(periodType, period),
        })}
      />
      {breakdowns.length > 0 && (
        <>
          <h2>Tables to fill in</h2>
          <ul>
            {breakdowns.map((breakdown) => (
              <li key={breakdown.id}>
                <a href={`${base}/indicators/${key}/values/${breakdown.key}`}>{breakdown.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>What is recorded</h2>
      {values.length === 0 ? (
        <Empty title="No value yet">
          <p>The first one stands here as soon as it is recorded.</p>
        </Empty>
      ) : (
        <>
          <p>
            {seesAll
              ? 'Small numbers are shown here, to those who decide about them alone. They could point at a child: do not pass them on.'
              : 'Small numbers are hidden here as they are everywhere.'}
          </p>
          <Markup html={valuesTable(values, periodType, `${base}/indicators/${key}/values`)} />
        </>
      )}
    </>
  );
}
