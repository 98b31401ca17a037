import type { Metadata } from 'next';
import { uploadTable } from '#components/indicators/values/upload-markup.ts';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate, formatTime } from '#lib/format.ts';
import { saveValues } from '#lib/indicators/workbook/mutations.ts';
import { getValuesUpload } from '#lib/indicators/workbook/queries.ts';

export const metadata: Metadata = { title: 'What the workbook would record' };

type Props = { params: Promise<{ council: string; upload: string }> };

/** Every value of an uploaded workbook beside what stands; nothing happens before it is confirmed. */
export default async function ValuesPreviewPage({ params }: Props) {
  const { council, upload: id } = await params;
  const viewer = await requireViewer(council);
  const { changes, fileName, shown, savedAt, expiresAt } = await getValuesUpload(viewer, id);
  const back = `/${viewer.council.slug}/indicators/workbook`;
  const of = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const toSave = of('new') + of('changed');
  return (
    <>
      <PageHeading
        title="What the workbook would record"
        lead={`${of('new')} new, ${of('changed')} changed, ${of('same')} as recorded already.`}
        crumbs={[{ href: back, label: 'Values by workbook' }]}
      />
      <p>
        From the file <b dir="auto">{fileName}</b>. {savedAt ? 'It is recorded.' : 'Nothing is recorded yet.'}
      </p>
      {toSave === 0 ? (
        <Empty title={savedAt ? 'This workbook is recorded' : 'The workbook changes nothing'}>
          <p>Every value is recorded just as the workbook says.</p>
        </Empty>
      ) : (
        <>
          <Markup html={uploadTable(changes)} />
          {!savedAt && (
            <>
              <FieldsForm
                action={saveValues}
                hidden={{ ...carried(viewer, shown), upload: id }}
                submit={`Record ${count(toSave, 'value')}`}
                fields={[]}
              />
              <p className="soft">
                This page waits until {formatTime(expiresAt)} on {formatDate(expiresAt)}; only you can see it.
              </p>
            </>
          )}
        </>
      )}
      <p className="actions">
        <ButtonLink look="secondary" href={back}>
          Send another file
        </ButtonLink>
      </p>
    </>
  );
}
