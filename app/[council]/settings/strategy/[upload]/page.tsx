import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { carried } from '#components/settings/settings-page.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { changesMarkup } from '#components/workbook/changes-markup.ts';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate, formatTime } from '#lib/format.ts';
import { saveWorkbook } from '#lib/workbook/mutations.ts';
import { getUpload } from '#lib/workbook/queries.ts';

export const metadata: Metadata = { title: 'What the workbook would do' };

type Props = { params: Promise<{ council: string; upload: string }> };

/** Everything that an uploaded workbook would make, change and take out; nothing happens before it is confirmed. */
export default async function PreviewPage({ params }: Props) {
  const { council, upload: id } = await params;
  const viewer = await requireViewer(council);
  const { title, fileName, changes, isNew, needsReason, shown, savedAt, expiresAt } = await getUpload(viewer, id);
  const back = `/${viewer.council.slug}/settings/strategy`;
  const of = (kind: string) => changes.filter((change) => change.kind === kind).length;
  return (
    <>
      <PageHeading
        title="What the workbook would do"
        lead={`${title}: ${count(of('made'), 'row')} made, ${of('changed')} changed, ${of('removed')} taken out.`}
        crumbs={[{ href: back, label: 'Strategy by workbook' }]}
      />
      <p>
        {isNew
          ? 'This is a strategy that is not here yet.'
          : 'This strategy is here already; only what differs is listed.'}{' '}
        From the file <b dir="auto">{fileName}</b>. Nothing is saved yet.
      </p>
      {changes.length === 0 ? (
        <Empty title={savedAt ? 'This workbook is saved' : 'The workbook changes nothing'}>
          <p>The strategy is just as the workbook says.</p>
        </Empty>
      ) : (
        <Markup html={changesMarkup(changes)} />
      )}
      {changes.length > 0 && !savedAt && (
        <>
          {needsReason && (
            <Notice kind="warning" title="Adopted wording would change">
              <p>The council adopted these words. Say why they change; the reason is kept with the old words.</p>
            </Notice>
          )}
          <FieldsForm
            action={saveWorkbook}
            hidden={{ ...carried(viewer, shown), upload: id }}
            submit={isNew ? 'Make this strategy' : 'Save these changes'}
            fields={
              needsReason ? [{ name: 'reason', label: 'Why does the wording change?', kind: 'lines', value: '' }] : []
            }
          />
          <p className="soft">
            This page waits until {formatTime(expiresAt)} on {formatDate(expiresAt)}; only you can see it.
          </p>
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
