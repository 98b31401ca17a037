import type { Metadata } from 'next';
import { carried } from '#components/settings/settings-page.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { UploadForm } from '#components/workbook/upload-form.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { uploadValues } from '#lib/indicators/workbook/mutations.ts';
import { listRecordable } from '#lib/indicators/workbook/queries.ts';

export const metadata: Metadata = { title: 'Values by workbook' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** Out with a workbook that asks for what is missing, and in again with what was filled in. */
export default async function ValuesByWorkbookPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const mine = await listRecordable(viewer);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Values by workbook"
        lead="Many values go in at once. You see what they would change before anything is recorded."
        crumbs={[{ href: `${base}/indicators`, label: 'Figures' }]}
      />
      {saved && (
        <Notice kind="success" title="Recorded" announce>
          <p>What stood before stays to be read, with who recorded it and when.</p>
        </Notice>
      )}
      <h2>1. Get a workbook</h2>
      <form className="form" method="get" action={`${base}/indicators/workbook/template`}>
        <fieldset className="field">
          <legend className="label">Which figures?</legend>
          <p className="hint">It holds a row for each period that has ended and has no value yet.</p>
          <div className="options">
            {mine.map(({ key, title, freshness }) => (
              <label className="option" key={key}>
                <input type="checkbox" name="figure" value={key} defaultChecked={freshness.state !== 'current'} />
                <span>
                  {title}
                  <br />
                  <span className="soft">{freshness.sentence}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="actions">
          <button type="submit" className="button button-secondary">
            Download the workbook (Excel)
          </button>
        </p>
      </form>
      <h2>2. Fill it in</h2>
      <p>
        Give the counts where there are counts: the share is worked out from them. Rows that you leave empty are passed
        over.
      </p>
      <h2>3. Send it</h2>
      <UploadForm
        key={String(saved)}
        action={uploadValues}
        hidden={carried(viewer)}
        label="Show me what it would record"
      />
    </>
  );
}
